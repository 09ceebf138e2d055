import { expect, it } from 'vitest';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

it.each<[string, string | null, string]>([
  ['732829320', null, ''],
  ['732 829 320 00074', null, ''],
  // La Poste : une autre clé pour ses établissements
  ['35600000000048', null, ''],
  ['732829321', 'IMPORT_SIRET_CLE', 'un chiffre est sans doute faux'],
  ['73282932000075', 'IMPORT_SIRET_CLE', 'un chiffre est sans doute faux'],
  ['7,32829E+13', 'IMPORT_SIRET_DOUTEUX', 'un tableur a abrégé ce SIREN/SIRET'],
  ['RCS Lyon', 'IMPORT_SIRET_DOUTEUX', 'un SIREN a 9 chiffres'],
])('SIREN/SIRET « %s » : %s', (siret, code, message) => {
  const source = sourceCsv(`Société;SIRET\nAlpha;${siret}\n`);
  const vide = new ClasseurEnMemoire().snapshot();
  const { resultat } = planImport(vide, 'clients', source, null, contexte('2026-03-02'));
  expect(resultat.creees).toBe(1);
  expect(resultat.anomalies.map((a) => a.code)).toEqual(code === null ? [] : [code]);
  expect(resultat.anomalies.map((a) => a.message).join('')).toContain(message);
});
