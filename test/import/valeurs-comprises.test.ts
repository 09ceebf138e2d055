import { expect, it } from 'vitest';
import type { TableEchangeable } from '../../src/classeur/tables';
import { planImport } from '../../src/import/plan';
import type { Profil } from '../../src/import/profil';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

/** Ce qu'une valeur de liste est devenue est dit, colonne par colonne, avec le nombre de lignes. */

function dites(table: TableEchangeable, csv: string, profil: Profil | null = null): string[] {
  const classeur = new ClasseurEnMemoire().snapshot();
  const { resultat } = planImport(classeur, table, sourceCsv(csv), profil, contexte('2026-11-26'));
  return resultat.avertissements
    .filter((a) => a.code === 'IMPORT_VALEURS_COMPRISES')
    .map((a) => a.message.replace(/\u00a0/g, ' '));
}

const devis = (...statuts: string[]): string =>
  ['N°;Client;État', ...statuts.map((s, i) => `D${i};Mairie;${s}`)].join('\n');

it('combien de lignes, les plus nombreuses d’abord, la casse et les accents réunis', () => {
  expect(dites('devis', devis('OK', 'En attente', 'en ATTENTE', 'Signé', 'Perdu'))).toEqual([
    'Colonne « État », d’après le sens des mots : « En attente » → Envoyé : 2 lignes ; « OK » → Signé : 1 ligne ; « Perdu » → Refusé : 1 ligne. Sinon, précisez « valeurs » dans un profil.',
  ]);
});

it.each(['Envoyé', 'envoye', 'ENVOYÉE', 'Envoyés', 'Signées', 'Refusées'])(
  '« %s » est notre mot, accordé : rien n’est dit',
  (statut) => {
    expect(dites('devis', devis(statut))).toEqual([]);
  },
);

it('une ligne rejetée n’est pas comptée : elle n’a rien importé', () => {
  expect(dites('devis', 'N°;Client;Statut\nD1;;En attente\nD2;Mairie;En attente')).toMatchObject([
    expect.stringContaining('Envoyé : 1 ligne.'),
  ]);
  expect(dites('devis', 'N°;Client;Statut\nD1;;En attente')).toEqual([]);
});

it('une table dont la ligne est lue deux fois compte une fois', () => {
  const csv = 'N°;Client;Statut;Objet\nD1;Mairie;OK;a\nD2;Mairie;OK;b\nD1;Mairie;OK;a';
  expect(dites('devis', csv)[0]).toContain('« OK » → Signé : 3 lignes');
});

it.each([
  ['clients', 'Organisation;Ville;Statut\nMairie;Lyon;Actif', '« Actif » → Client : 1 ligne'],
  [
    'factures',
    'N°;Client;Type;Montant HT\nF1;Mairie;Note de crédit;10',
    '« Note de crédit » → Avoir : 1 ligne',
  ],
] as const)('%s : %s', (table, csv, attendu) => {
  expect(dites(table, csv)[0]).toContain(attendu);
});

it('un code traduit par un profil est dit aussi', () => {
  const profil: Profil = { table: 'devis', valeurs: { Statut: { '2': 'Signé' } } };
  expect(dites('devis', 'N°;Client;Statut\nD1;Mairie;2', profil)[0]).toContain('« 2 » → Signé');
});

it('un mot du langage n’est pas pris pour une valeur', () => {
  expect(dites('devis', devis('OK', 'constructor'))[0]).not.toContain('constructor');
});
