import { describe, expect, it } from 'vitest';
import { releverArrondis } from '../../src/import/releve-arrondis';
import type { CelluleBrute } from '../../src/classeur/source';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

/** Un montant de plus de deux décimales est arrondi au centime, et c'est dit. */

describe('ce qui a plus de deux décimales', () => {
  it.each<[CelluleBrute, ',' | '.' | undefined, number, number]>([
    ['12,345', ',', 1, 1],
    ['12,345', '.', 1, 0],
    ['12.3456 €', '.', 1, 1],
    ['1 234,5678', undefined, 1, 1],
    ['12,500', ',', 1, 0],
    ['12,50', ',', 1, 0],
    ['1.234,50', ',', 1, 0],
    ['1.234.567', ',', 1, 0],
    [12.345, undefined, 1, 1],
    [1234.56, undefined, 1, 0],
    [0.1 + 0.2, undefined, 1, 0],
    [1234567.89, undefined, 1, 0],
    [12.345, undefined, 1000, 0],
    [12.3456789, undefined, 1000, 1],
    ['12,345', ',', 1000, 0],
    ['12,345 €', ',', 1000, 1],
    [null, ',', 1, 0],
    ['', ',', 1, 0],
    ['à voir', ',', 1, 0],
    [true, ',', 1, 0],
  ])('%j, décimale %j, × %i : %i', (cellule, decimal, facteur, combien) => {
    const releve = releverArrondis(facteur);
    releve.observer(cellule);
    expect(releve.conclure(decimal).combien).toBe(combien);
  });
});

it('le plan le dit, une fois par colonne, avec les premiers', () => {
  const csv =
    'N°;Client;Statut;Montant HT\nD1;A;Envoyé;1 234,5678\nD2;A;Envoyé;0,1251\nD3;A;Envoyé;5,25';
  const { resultat } = planImport(
    new ClasseurEnMemoire().snapshot(),
    'devis',
    sourceCsv(csv),
    null,
    contexte('2026-11-26'),
  );
  const dits = resultat.avertissements.filter((a) => a.code === 'IMPORT_ARRONDIS');
  expect(dits.map((a) => a.message.replace(/[\u00a0\u202f]/g, ' '))).toEqual([
    'Colonne « Montant HT » : 2 montants ont plus de deux décimales, et sont arrondis au centime (« 1 234,5678 » fait 1 234,57 €, « 0,1251 » fait 0,13 €).',
  ]);
});
