import { describe, expect, it } from 'vitest';
import { normaliser, plusProche, replierEspaces } from '../../src/commun/texte';

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
