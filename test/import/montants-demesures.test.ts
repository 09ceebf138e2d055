import { describe, expect, it } from 'vitest';
import type { TableEchangeable } from '../../src/classeur/tables';
import { planImport } from '../../src/import/plan';
import { releverMediane } from '../../src/import/releve-mediane';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

/** Un montant sans commune mesure avec les autres est importé, et dit. */

function importer(table: TableEchangeable, csv: string) {
  const snapshot = new ClasseurEnMemoire().snapshot();
  const { resultat } = planImport(snapshot, table, sourceCsv(csv), null, contexte('2026-11-26'));
  const vues = resultat.anomalies.filter((a) => a.code === 'IMPORT_MONTANT_DEMESURE');
  return {
    ...resultat,
    vues: vues.map((a) => [a.ligne, a.colonne, a.valeur]),
    message: vues[0]?.message,
  };
}

const devis = (...montants: string[]): string =>
  ['N°;Client;Statut;Montant HT', ...montants.map((m, i) => `D${i};Mairie;Brouillon;${m}`)].join(
    '\n',
  );

describe('un montant est douteux', () => {
  it.each([
    ['mille fois la médiane', ['1000', '1200', '1500', '1200000'], ['1200000']],
    ['la médiane ne compte pas les nuls', ['1000', '0', '', '1000', '0', '999 999'], []],
    ['un peu moins de mille fois', ['1000', '1200', '1500', '1199000'], []],
    ['plus de 100 M€, seul', ['100000001'], ['100000001']],
    ['100 M€ tout juste, seul', ['100 000 000'], []],
    ['négatif', ['1000', '1000', '1000', '-2000000'], ['-2000000']],
    ['deux montants ne font pas une médiane', ['1', '50000'], []],
    ['la colonne en texte a son unité', ['1 k€', '1 k€', '1 k€', '1200'], []],
  ])('%s', (_, montants, attendus) => {
    const { vues, creees } = importer('devis', devis(...montants));
    expect(vues.map(([, , valeur]) => valeur)).toEqual(attendus);
    expect(creees).toBe(montants.length);
  });

  it.each([
    ['factures', 'N°;Client;Montant TTC;Payé\nF1;A;100;100\nF2;A;100;100\nF3;A;120;999999', 'Payé'],
    ['affaires', 'N°;Client;Objet;Montant estimé\nA1;A;x;200000000', 'Montant estimé'],
    [
      'devis',
      'N°;Client;Statut;Montant HT (k€)\nD1;A;Brouillon;1\nD2;A;Brouillon;1\nD3;A;Brouillon;2\nD4;A;Brouillon;3000',
      'Montant HT (k€)',
    ],
  ] as const)('%s', (table, csv, colonne) => {
    expect(importer(table, csv).vues.map(([, c]) => c)).toEqual([colonne]);
  });

  it('une somme de lignes', () => {
    const { vues } = importer(
      'devis',
      'Quote Number,Client,Status,Item Cost,Item Quantity\nQ1,A,Draft,100000000,2',
    );
    expect(vues).toEqual([[2, 'Montant HT', '']]);
  });
});

describe('ce qui est dit', () => {
  it.each([
    [
      ['1000', '1200', '1500', '1308660'],
      '« Montant HT » vaut 1 308 660,00 €, 1 091 fois le montant médian de la colonne (1 200,00 €). La valeur est gardée : vérifiez-la (décimales collées, autre unité ?).',
    ],
    [
      ['5000000000'],
      '« Montant HT » vaut 5 000 000 000,00 €, plus de 100 M€. La valeur est gardée : vérifiez-la (décimales collées, autre unité ?).',
    ],
  ])('%j', (montants, attendu) => {
    expect(importer('devis', devis(...montants)).message?.replace(/[\u00a0\u202f]/g, ' ')).toBe(
      attendu,
    );
  });
});

it('la médiane d’une longue colonne, croissante ou non, à peu de chose près', () => {
  const croissante = releverMediane();
  const melee = releverMediane();
  for (let i = 1; i <= 100_000; i++) {
    croissante.observer(i);
    melee.observer(String((i * 7919) % 100_003));
  }
  for (const vu of [croissante, melee]) {
    const mediane = vu.conclure({ devises: false }) ?? 0;
    expect(Math.abs(mediane - 50_000)).toBeLessThan(5_000);
  }
});
