import { describe, expect, it } from 'vitest';
import { comprendre } from '../../cli/preview/document/comprendre';
import { saisir } from '../../cli/preview/document/saisir';
import { versSerie } from '../../src/commun/date-civile';
import { ONGLETS } from '../../sheets-templates/onglet';
import { jour } from '../support/valeurs';

const AUJOURDHUI = jour('2026-03-02');
const serie = (j: string): number => versSerie(jour(j));

describe('un texte tapé, compris comme Sheets le fait en français', () => {
  it.each([
    ['999,5', 999.5, 'nombre'],
    ['1 234,50', 1234.5, 'nombre'],
    ['1\u202f234', 1234, 'nombre'],
    ['-12', -12, 'nombre'],
    [',5', 0.5, 'nombre'],
    ['1e3', 1000, 'nombre'],
    ['0123', 123, 'nombre'],
    ['12,5 %', 0.125, 'taux'],
    ['20%', 0.2, 'taux'],
    ['12,50 €', 12.5, 'montant'],
    ['12/3/2026', serie('2026-03-12'), 'date'],
    ['12/3', serie('2026-03-12'), 'date'],
    ['2026-03-12', serie('2026-03-12'), 'date'],
    ['12 mars 2026', serie('2026-03-12'), 'date'],
    ['mars 2026', serie('2026-03-01'), 'mois'],
    ['12/3/2026 14:30', serie('2026-03-12') + 14.5 / 24, 'horodatage'],
    ['vrai', true, 'texte'],
    ['FAUX', false, 'texte'],
    ["'0123", '0123', 'texte'],
    ['31/2/2026', '31/2/2026', 'texte'],
    ['999.5', '999.5', 'texte'],
    ['1,2,3', '1,2,3', 'texte'],
    ['bonjour', 'bonjour', 'texte'],
    [' bord ', ' bord ', 'texte'],
    ['%', '%', 'texte'],
    ['12/3/2026 25:00', '12/3/2026 25:00', 'texte'],
  ])('%s', (texte, valeur, genre) => {
    expect(comprendre(texte, AUJOURDHUI)).toEqual({ valeur, genre });
  });
});

const colonneDe = (onglet: string, cle: string) => {
  const colonne = ONGLETS.find((o) => o.cle === onglet)?.colonnes.find((c) => c.cle === cle);
  if (!colonne) throw new Error(`${onglet}.${cle}`);
  return colonne;
};

describe('ce qu’une colonne en fait', () => {
  const dans = (onglet: string, cle: string, texte: string) =>
    saisir({ texte }, { colonne: colonneDe(onglet, cle), format: '@' }, AUJOURDHUI);

  it.each([
    ['devis', 'objet', '0123', '0123'],
    ['devis', 'objet', '=1+1', '=1+1'],
    ['devis', 'objet', '12/3/2026', '12/3/2026'],
    ['devis', 'montantHt', '999,5', 999.5],
    ['devis', 'tauxTva', '20 %', 0.2],
    ['devis', 'tauxTva', '20', 0.2],
    ['devis', 'tauxTva', '5,5', 0.055],
    ['devis', 'tauxTva', '0,2', 0.2],
    ['devis', 'validite', '12/3/2026', serie('2026-03-12')],
    ['objectifs', 'mois', 'mars 2026', serie('2026-03-01')],
    ['revueHebdo', 'decision', 'Signé', 'Signé'],
    ['devis', 'client', 'Client inconnu', 'Client inconnu'],
  ])('%s.%s ← %s', (onglet, cle, texte, valeur) => {
    expect(dans(onglet, cle, texte)).toMatchObject({ contenu: { valeur } });
  });

  it.each([
    [
      'devis',
      'montantHt',
      'beaucoup',
      'Montant HT : Écrivez un montant en euros, par exemple 1250,50.',
    ],
    [
      'devis',
      'montantHt',
      '=1+1',
      'Montant HT : Écrivez un montant en euros, par exemple 1250,50.',
    ],
    [
      'devis',
      'montantHt',
      '1.234,50',
      'Le point ne sépare ici ni les milliers, ni les décimales. Tapez « 1234,50 ». Montant HT : Écrivez un montant en euros, par exemple 1250,50.',
    ],
    [
      'devis',
      'montantHt',
      '999.5 €',
      'Le point ne sépare ici ni les milliers, ni les décimales. Tapez « 999,5 ». Montant HT : Écrivez un montant en euros, par exemple 1250,50.',
    ],
    [
      'devis',
      'montantHt',
      '1.234',
      'Le point ne sépare ici ni les milliers, ni les décimales. Écrivez les décimales après une virgule, et les milliers sans rien ou avec une espace. Montant HT : Écrivez un montant en euros, par exemple 1250,50.',
    ],
    ['devis', 'validite', '31/2/2026', 'Validité : Écrivez une date, par exemple 02/03/2026.'],
    [
      'devis',
      'tauxTva',
      '120',
      'TVA : Écrivez un pourcentage entre 0 % et 100 %, par exemple 20 %.',
    ],
    [
      'revueHebdo',
      'decision',
      'signe',
      'Décision : Choisissez une valeur de la liste (flèche à droite de la cellule).',
    ],
    ['affaires', 'delai', 'peut-être', 'Délai tenable : Écrivez Oui ou Non, ou laissez vide.'],
  ])('%s.%s refuse %s', (onglet, cle, texte, refus) => {
    expect(dans(onglet, cle, texte)).toEqual({ refus });
  });

  const chezSoi = (texte: string, format = 'General') =>
    saisir({ texte }, { colonne: null, format }, AUJOURDHUI);

  it('une formule n’en est une que dans une colonne de l’utilisateur', () => {
    expect(chezSoi('=A1*2')).toEqual({ contenu: { valeur: '', formule: '=A1*2' } });
    expect(chezSoi('=A1*2', '@')).toEqual({ contenu: { valeur: '=A1*2' } });
    expect(chezSoi('=')).toEqual({ contenu: { valeur: '=', genre: 'texte' } });
  });

  it('vider une cellule est toujours permis', () => {
    const colonne = colonneDe('devis', 'montantHt');
    expect(saisir({ texte: ' ' }, { colonne, format: '@' }, AUJOURDHUI)).toEqual({});
    expect(saisir({ valeur: null }, { colonne, format: '@' }, AUJOURDHUI)).toEqual({});
  });
});
