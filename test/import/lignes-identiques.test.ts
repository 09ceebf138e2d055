import { describe, expect, it } from 'vitest';
import { planImport } from '../../src/import/plan';
import type { TableEchangeable } from '../../src/classeur/tables';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

/** Une ligne répétée n'est pas un document sur plusieurs lignes ; deux articles pareils en sont deux. */

function importer(table: TableEchangeable, csv: string) {
  const classeur = new ClasseurEnMemoire();
  const p = planImport(classeur.snapshot(), table, sourceCsv(csv), null, contexte('2026-03-02'));
  classeur.appliquer(p.changements);
  const { anomalies, avertissements, lues, creees, modifiees, inchangees, rejetees } = p.resultat;
  expect(lues).toBe(creees + modifiees + inchangees + rejetees);
  return {
    table: classeur.snapshot().tables[table],
    comptes: { creees, inchangees, rejetees },
    dits: anomalies.map((a) => `${a.ligne} : ${a.message.replace(/\u00a0/g, ' ')}`),
    codes: avertissements.map((a) => a.code),
  };
}

const DEVIS = 'N°;Client;Objet;Montant HT;Statut\n';
const D1 = 'D1;Alpha;Étude;1000;Brouillon\n';
const REPETEE = 'Cette ligne est identique à la ligne n° 2 : elle n’ajoute rien.';

describe('une ligne répétée', () => {
  it.each([
    ['aussitôt', `${DEVIS}${D1}${D1}D2;Beta;Audit;500;Brouillon\n`, ['3']],
    ['plus loin', `${DEVIS}${D1}D2;Beta;Audit;500;Brouillon\n${D1}`, ['4']],
    ['deux fois', `${DEVIS}${D1}${D1}D2;Beta;Audit;500;Brouillon\n${D1}`, ['3', '5']],
    [
      'avec des cellules vides en plus',
      `${DEVIS}${D1}${D1.trim()};;\nD2;Beta;A;5;Brouillon\n`,
      ['3'],
    ],
  ])('%s : dite, et rien n’est compté deux fois', (_, csv, lignes) => {
    const vu = importer('devis', csv);
    expect(vu.dits).toEqual(lignes.map((l) => `${l} : ${REPETEE}`));
    expect(vu.comptes).toEqual({ creees: 2, inchangees: lignes.length, rejetees: 0 });
    expect(vu.table).toMatchObject([{ montantHt: 100_000 }, {}]);
    expect(vu.codes).not.toContain('IMPORT_MONTANT_DOCUMENT');
  });

  it('d’un client', () => {
    const vu = importer('clients', 'Organisation;Ville\nAlpha;Lyon\nAlpha;Lyon\n');
    expect(vu.dits).toEqual([`3 : ${REPETEE}`]);
    expect(vu.comptes).toEqual({ creees: 1, inchangees: 1, rejetees: 0 });
  });

  it('une colonne que l’import ne lit pas suffit à en faire une autre', () => {
    const vu = importer('devis', `${DEVIS.trim()};Article\n${D1.trim()};Vis\n${D1.trim()};Clou\n`);
    expect(vu.dits).toEqual([]);
    expect(vu.codes).toContain('IMPORT_MONTANT_DOCUMENT');
  });

  it('un document rejeté n’en dit rien de plus', () => {
    const vu = importer('devis', `${DEVIS}${D1.replace('Alpha', '')}${D1.replace('Alpha', '')}`);
    expect(vu.dits).toEqual([]);
    expect(vu.comptes).toEqual({ creees: 0, inchangees: 0, rejetees: 2 });
  });
});

describe('des montants qui sont la somme des lignes', () => {
  const FACTURES = 'N° facture;Client;Article;Total ligne;Date\n';
  const vis = 'F1;Alpha;Vis;20;01/02/2025\n';

  it('deux articles pareils parmi d’autres comptent tous deux, sans un mot', () => {
    const vu = importer('factures', `${FACTURES}${vis}${vis}F1;Alpha;Clou;5;01/02/2025\n`);
    expect(vu.dits).toEqual([]);
    expect(vu.table).toMatchObject([{ montantHt: 4_500 }]);
  });

  it('seuls, ils comptent tous deux, et c’est dit', () => {
    const vu = importer('factures', `${FACTURES}${vis}${vis}`);
    expect(vu.dits).toEqual([
      '3 : Cette ligne est identique à la ligne n° 2 : elle compte aussi dans le montant. Si elle est répétée par erreur, ôtez-la et importez de nouveau.',
    ]);
    expect(vu.table).toMatchObject([{ montantHt: 4_000 }]);
  });
});
