import { describe, expect, it } from 'vitest';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

/** Une valeur isolée ne gâte pas une colonne de taux : elle seule est douteuse, et l'on dit pourquoi. */

function importer(taux: readonly string[]) {
  const classeur = new ClasseurEnMemoire();
  const csv = ['Code;Désignation;TVA', ...taux.map((t, i) => `A${i};Étude;${t}`)].join('\n');
  const ctx = contexte('2026-11-26');
  const p = planImport(classeur.snapshot(), 'tarifs', sourceCsv(csv), null, ctx);
  classeur.appliquer(p.changements);
  const { tables, illisibles } = classeur.snapshot();
  return {
    lus: tables.tarifs.map((t) => t.tauxTva),
    gardes: illisibles.map((i) => i.valeur),
    anomalies: p.resultat.anomalies.map((a) => [a.ligne, a.code] as const),
    messages: p.resultat.anomalies.map((a) => a.message.replace(/\u00a0/g, ' ')),
    dits: p.resultat.avertissements.map((a) => a.message.replace(/\u00a0/g, ' ')),
  };
}

describe('ce qui est lu', () => {
  it.each([
    [['20', '20', '10', '5,5'], [0.2, 0.2, 0.1, 0.055], []],
    [['20', '0', '20 %'], [0.2, 0, 0.2], []],
    [['20', '0,2', '20', '5,5'], [0.2, null, 0.2, 0.055], ['0,2 ?']],
    [['20', '1', '20'], [0.2, null, 0.2], ['1 ?']],
    [['0,2', '0,1', '20', '1'], [0.2, 0.1, null, 1], ['20']],
    [['0,2', '20 %', '0,2'], [0.2, 0.2, 0.2], []],
    [
      ['0,2', '20'],
      [null, null],
      ['0,2 ?', '20'],
    ],
    [
      ['0,2', '20', '0', '5 %'],
      [null, null, 0, 0.05],
      ['0,2 ?', '20'],
    ],
    [
      ['20', '20', '250'],
      [null, null, null],
      ['20', '20', '250'],
    ],
    [['20', 'vingt'], [0.2, null], ['vingt']],
  ] as const)('%j : %j', (taux, lus, gardes) => {
    const vu = importer(taux);
    expect(vu.lus).toEqual(lus);
    expect(vu.gardes).toEqual(gardes);
  });
});

describe('ce qui est dit', () => {
  it('la ligne, la valeur, et comment les autres sont lues', () => {
    const { anomalies, messages, dits } = importer(['20', '0,2', '20', '5,5']);
    expect(anomalies).toEqual([[3, 'IMPORT_TAUX_DISCORDANT']]);
    expect(messages).toEqual([
      '« 0,2 », dans « TVA », n’est pas à l’échelle des autres (« 20 ») : est-ce 0,2 % ou 20 % ? Le texte est gardé, suivi d’un « ? » pour ne pas passer pour une valeur ; les autres sont lus. Écrivez le signe « % ».',
    ]);
    expect(dits).toEqual([]);
  });

  it.each([
    [
      ['0,2', '0,1', '20'],
      '« 20 », dans « TVA », n’est pas à l’échelle des autres (« 0,2 ») : est-ce 20 % ?',
    ],
    [['20', '20', 'vingt'], '« vingt » ne se lit pas dans « TVA »'],
  ])('%j : %s', (taux, debut) => {
    expect(importer(taux).messages[0]).toContain(debut);
  });

  it.each([
    [
      ['0,2', '20'],
      '« 20 » et « 0,2 » n’y sont pas à la même échelle, et aucune ne l’emporte. Les nombres sans « % » n’y sont pas lus',
    ],
    [
      ['20', '20', '250'],
      '« 250 » dépasse 100, et ne peut pas être un taux : la colonne contient peut-être des montants.',
    ],
  ])('toute la colonne, %j : %s', (taux, suite) => {
    expect(importer(taux).dits).toEqual([expect.stringContaining(suite)]);
  });

  it.each([
    ['550 %', '« TVA » vaut 550 %, et va de 0 à 100 %. La valeur est gardée : vérifiez-la.'],
    ['-20%', '« TVA » vaut -20 %, et va de 0 à 100 %. La valeur est gardée : vérifiez-la.'],
  ])('hors de toute mesure, %s : gardé, et dit', (taux, message) => {
    const { anomalies, messages } = importer(['20 %', taux, '5,5 %']);
    expect(anomalies).toEqual([[3, 'IMPORT_TAUX_DEMESURE']]);
    expect(messages).toEqual([message]);
  });

  it('bien plus de valeurs diverses que l’on n’en retient', () => {
    const taux = Array.from({ length: 1200 }, (_, i) => String(2 + i / 20).replace('.', ','));
    const { lus, anomalies } = importer([...taux, '0,2']);
    expect(lus[1199]).toBeCloseTo(0.6195, 10);
    expect(anomalies).toEqual([[1202, 'IMPORT_TAUX_DISCORDANT']]);
  });
});
