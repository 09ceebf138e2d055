import { expect, it } from 'vitest';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte, euros } from '../support/valeurs';

/** « 9.500 » et « 9,500 » dans une même colonne : ce qui en est lu est dit, ou rien n'en est lu. */

function importer(...montants: string[]) {
  const classeur = new ClasseurEnMemoire();
  const lignes = montants.map((m, i) => `D${i};A;${m};Brouillon`);
  const csv = ['N°;Client;Montant HT;Statut', ...lignes].join('\n');
  const ctx = contexte('2026-11-26');
  const p = planImport(classeur.snapshot(), 'devis', sourceCsv(csv), null, ctx);
  classeur.appliquer(p.changements);
  return {
    lus: classeur.snapshot().tables.devis.map((d) => d.montantHt),
    dits: p.resultat.avertissements.map((a) => a.message.replace(/[\u00a0\u202f]/g, ' ')),
    doutes: p.resultat.anomalies
      .filter((a) => a.code === 'IMPORT_NOMBRE_AMBIGU')
      .map((a) => a.message.replace(/[\u00a0\u202f]/g, ' ')),
  };
}

const SINON = 'Sinon, précisez « format.decimal » dans un profil.';

it.each([
  ['12,50', [euros(9500), euros(9.5)], '« 9.500 » est lu 9 500 et « 9,500 » est lu 9,5'],
  ['12.50', [euros(9.5), euros(9500)], '« 9.500 » est lu 9,5 et « 9,500 » est lu 9 500'],
])('d’après « %s »', (preuve, lus, lectures) => {
  const vu = importer('9.500', '9,500', preuve);
  expect(vu.lus.slice(0, 2)).toEqual(lus);
  expect(vu.doutes).toEqual([]);
  expect(vu.dits).toEqual([
    `Colonne « Montant HT » : le point et la virgule y sont suivis de trois chiffres. D’après « ${preuve} », ${lectures} : vérifiez ces nombres. ${SINON}`,
  ]);
});

it('un seul des deux : comment il est lu', () => {
  expect(importer('9.500', '12,50').dits).toEqual([
    `Colonne « Montant HT » : dans « 9.500 », le séparateur est lu comme celui des milliers, d’après « 12,50 ». ${SINON}`,
  ]);
});

it('rien n’en décide : aucun n’est lu, et chacun est dit avec ses deux lectures', () => {
  const vu = importer('9.500', '9,500', '12');
  expect(vu.lus).toEqual([null, null, euros(12)]);
  expect(vu.doutes).toEqual(
    ['9.500', '9,500'].map(
      (m) =>
        `« ${m} », dans « Montant HT », peut être 9 500 ou 9,5 : rien n’en décide. Le texte est gardé. Écrivez-le sans séparateur de milliers, avec deux décimales, ou précisez « format.decimal » dans un profil.`,
    ),
  );
});

it('deux décimales se contredisent : les ambigus sont dits de même', () => {
  expect(importer('9.500', '12,50', '12.50').doutes).toHaveLength(1);
});
