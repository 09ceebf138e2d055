import { describe, expect, it } from 'vitest';
import { normaliser, plusProche, replierEspaces, plierNumero } from '../../src/commun/texte';

describe('textes', () => {
  it.each([
    ['  Montant  HT ', 'montant ht'],
    ['Montant_HT', 'montant ht'],
    ['ÉTAPE', 'etape'],
    ['Cœur', 'coeur'],
    ['L’offre', "l'offre"],
    ['Ægir', 'aegir'],
  ])('normaliser %s', (texte, attendu) => {
    expect(normaliser(texte)).toBe(attendu);
  });

  it('replier les espaces, insécables comprises', () => {
    expect(replierEspaces(' a\u00a0\u202f b ')).toBe('a b');
  });

  it('le plus proche, ou rien si tout est loin', () => {
    expect(plusProche('Montan HT', ['Statut', 'Montant HT'])).toBe('Montant HT');
    expect(plusProche('devis', ['devis', 'devi'])).toBe('devis');
    expect(plusProche('zzz', ['Statut', 'Objet'])).toBeNull();
    expect(plusProche('x', [])).toBeNull();
  });
});

it.each([
  ['K‑5', 'k-5'],
  ['DEV–2026—1', 'dev-2026-1'],
  ['  D\u00a0 12 ', 'd 12'],
  ['Dev−7', 'dev-7'],
])('le numéro « %s » se compare comme « %s »', (ecrit, compare) => {
  expect(plierNumero(ecrit)).toBe(compare);
});
