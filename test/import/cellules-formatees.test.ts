import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SSF } from '@e965/xlsx';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lireSource } from '../../cli/fichiers/lire-source';
import { montrerNombre } from '../../src/import/tableur/montrer-nombre';
import { montrerCode } from '../../src/import/tableur/numerotation';
import { TABLES, type TableEchangeable } from '../../src/classeur/tables';
import { planImport } from '../../src/import/plan';
import { redigerRejets } from '../../src/import/rejets';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { convertir } from '../support/libreoffice';
import { dossierTemporaire } from '../support/suivi';
import { contexte } from '../support/valeurs';

/** Ce qu'une personne voit dans sa cellule n'est pas toujours son nombre. */

describe('ce que montre une cellule', () => {
  it.each<[number, string, string | null]>([
    [12, 'General', null],
    [1234.5, '#,##0.00', null],
    [46085, 'dd/mm/yyyy', '04/03/2026'],
    [46085.5, 'dd/mm/yyyy hh:mm', '04/03/2026 12:00'],
    [46085, 'mmm yy', 'mars 2026'],
    [0.604166666666667, 'hh:mm', '14:30'],
    [0.0625, 'h:mm AM/PM', '01:30'],
    [1.5, '[h]:mm', '36:00'],
    [0.2, '0%', '20 %'],
    [0.055, '0.0%', '5,5 %'],
    [12500, '#,##0 "€"', '12500 €'],
    [12.5, '#,##0.00\\ [$€-40C]', '12,5 €'],
    [12500, '0.0," k€"', '12,5 k€'],
    [12, '0" k€"', '12 k€'],
    [12500, '#,##0.0,', '12,5'],
    [46096.604166666664, 'hh:mm', '14:30'],
    [12, '[$$-409]#,##0.00', '12 $'],
    [12, '[$£-809]0', '12 £'],
    [12, '0 [$CHF]', '12 CHF'],
    [3, '0" jours"', null],
    [3, '0" heures"', null],
  ])('%d, « %s »', (valeur, format, attendu) => {
    expect(montrerNombre(valeur, format, SSF.is_date(format))).toBe(attendu);
  });
});

/** Une autre bibliothèque fait foi, tant que le nombre tient dans son format. */
it('un nombre que son format montre comme un code se lit comme elle le montre', () => {
  const formats = fc.constantFrom(...['00000', '000-000', '"DEV-2026-"0000', '\\F00000', '#0000']);
  fc.assert(
    fc.property(formats, fc.integer({ min: 0, max: 9_999_999_999 }), (format, tire) => {
      const valeur = tire % 10 ** (format.replace(/".*"/, '').match(/[0#]/g) ?? []).length;
      expect(montrerCode(valeur, format)).toBe(SSF.format(format, valeur));
    }),
  );
});

it.each([
  [1_000_000, '000-000', '1000-000'],
  [123_456, '"DEV-"0000', 'DEV-123456'],
  [612_345_678, '0# ## ## ## ##', '06 12 34 56 78'],
  [7, '0# ## ## ## ##', '0    7'],
  [12_345, '0000"/"00', '0123/45'],
  [1, '0000"/"00', '0000/01'],
])('%d au format « %s », comme LibreOffice le montre', (valeur, format, attendu) => {
  expect(montrerCode(valeur, format)).toBe(attendu);
});

it.each([
  ...[
    'General',
    '0',
    '#,##0',
    '0.00',
    '0%',
    '0" jours"',
    '# ##0 "€"',
    'dd/mm/yyyy',
    '"EUR "0',
    '0000/00',
  ],
])('« %s » ne fait pas un code', (format) => {
  expect(montrerCode(12, format)).toBeNull();
});

type Cellule = readonly [valeur: string | number | Date, format?: string];

async function importer(
  table: TableEchangeable,
  lignes: readonly (readonly Cellule[])[],
  format = 'xlsx',
) {
  const c = new ExcelJS.Workbook();
  const f = c.addWorksheet('Liste');
  for (const [i, ligne] of lignes.entries()) {
    for (const [j, [valeur, format]] of ligne.entries()) {
      const cellule = f.getCell(i + 1, j + 1);
      cellule.value = valeur;
      if (format !== undefined) cellule.numFmt = format;
    }
  }
  const dossier = await dossierTemporaire();
  const chemin = join(dossier, 'liste.xlsx');
  await writeFile(chemin, Buffer.from(await c.xlsx.writeBuffer()));
  const { source } = await lireSource(
    format === 'xlsx' ? chemin : convertir(chemin, format, dossier),
  );
  if (!source) throw new Error('illisible');
  const classeur = new ClasseurEnMemoire();
  const ctx = contexte('2026-11-26');
  const plan = planImport(classeur.snapshot(), table, source, null, ctx);
  classeur.appliquer(plan.changements);
  return { source, ...plan.resultat, tables: classeur.snapshot().tables };
}

const textes = (...noms: string[]): Cellule[] => noms.map((nom) => [nom]);

it('dans une colonne de texte, une date, une heure, un pourcentage se lisent comme ils se montrent', async () => {
  const { tables } = await importer('clients', [
    textes('Organisation', 'Notes', 'Adresse', 'Contact'),
    [
      ['Alpha'],
      [new Date(Date.UTC(2026, 2, 4)), 'dd/mm/yyyy'],
      [0.5, '0%'],
      [0.604166666666667, 'hh:mm'],
    ],
  ]);
  expect(tables.clients[0]).toMatchObject({
    notes: '04/03/2026',
    adresse: '50 %',
    contact: '14:30',
  });
});

it('l’unité d’une cellule l’emporte sur celle de l’en-tête ; une monnaie étrangère n’est pas des euros', async () => {
  const ligne = (n: number, montant: Cellule): Cellule[] => [[`D${n}`], ['A'], ['Envoyé'], montant];
  const k = await importer('devis', [
    textes('N°', 'Client', 'Statut', 'Montant HT (k€)'),
    ligne(1, [12_500, '#,##0 "€"']),
    ligne(2, [15, '0']),
    ligne(3, [9_000, '0.0," k€"']),
  ]);
  expect(k.tables.devis.map((d) => d.montantHt)).toEqual([1_250_000, 1_500_000, 900_000]);
  const nus = await importer('devis', [
    textes('N°', 'Client', 'Statut', 'Montant HT'),
    ligne(1, [12, '0" k€"']),
    ligne(2, [12, '[$$-409]#,##0.00']),
    ligne(3, [13, '0']),
    ligne(4, [46_085, 'dd/mm/yyyy']),
  ]);
  expect(nus.tables.devis.map((d) => d.montantHt)).toEqual([1_200_000, null, 1_300, null]);
  const dites = nus.anomalies.filter((a) => a.colonne === 'Montant HT' && a.valeur !== '');
  expect(dites.map((a) => [a.ligne, a.valeur])).toEqual([
    [3, '12 $'],
    [5, '04/03/2026'],
  ]);
});

it('une colonne au format « € » se surveille comme une autre : montants démesurés, arrondis', async () => {
  const ligne = (n: number, montant: number): Cellule[] => [
    [`D${n}`],
    ['A'],
    ['Envoyé'],
    [montant, '#,##0.00 "€"'],
  ];
  const { anomalies, avertissements, tables } = await importer('devis', [
    textes('N°', 'Client', 'Statut', 'Montant HT'),
    ...[1000, 1200.123, 900, 1100, 5_000_000].map((montant, i) => ligne(i, montant)),
  ]);
  expect(tables.devis.map((d) => d.montantHt)).toEqual([
    100_000, 120_012, 90_000, 110_000, 500_000_000,
  ]);
  expect(anomalies.map((a) => [a.ligne, a.code])).toContainEqual([6, 'IMPORT_MONTANT_DEMESURE']);
  expect(avertissements.map((a) => a.code)).toContain('IMPORT_ARRONDIS');
});

it('un pourcentage, une heure ne sont pas un montant, et ne décident de rien pour les autres', async () => {
  const ligne = (n: number, montant: Cellule): Cellule[] => [[`D${n}`], ['A'], ['Envoyé'], montant];
  const { tables, anomalies, avertissements } = await importer('devis', [
    textes('N°', 'Client', 'Statut', 'Montant HT'),
    ligne(1, [0.125, '0.0%']),
    ligne(2, [0.604166666666667, 'hh:mm']),
    ligne(3, [1200, '0.00']),
  ]);
  expect(tables.devis.map((d) => d.montantHt)).toEqual([null, null, 120_000]);
  const dites = anomalies.filter((a) => a.colonne === 'Montant HT' && a.valeur !== '');
  expect(dites.map((a) => [a.ligne, a.valeur])).toEqual([
    [2, '12,5 %'],
    [3, '14:30'],
  ]);
  expect(avertissements.map((a) => a.code)).not.toContain('IMPORT_ARRONDIS');
});

it('un pourcentage est un taux, à côté d’un taux écrit « 20 »', async () => {
  const ligne = (n: number, taux: Cellule): Cellule[] => [[`D${n}`], ['A'], ['Envoyé'], taux];
  const { tables } = await importer('devis', [
    textes('N°', 'Client', 'Statut', 'TVA'),
    ligne(1, [0.2, '0%']),
    ligne(2, ['20']),
    ligne(3, [0.055, '0.0%']),
  ]);
  expect(tables.devis.map((d) => d.tauxTva)).toEqual([0.2, 0.2, 0.055]);
});

it('les rejets gardent ce que la cellule montrait', async () => {
  const { source, rejets } = await importer('clients', [
    textes('Organisation', 'Notes', 'Ville'),
    [[''], [new Date(Date.UTC(2026, 2, 4)), 'dd/mm/yyyy'], ['Lyon']],
  ]);
  const [entete, ligne] = [...source.lignes];
  if (!entete || !ligne) throw new Error('vide');
  const redacteur = redigerRejets(
    source.description,
    { lignesAvant: [], ligneEntete: entete },
    { motif: 'Motif du rejet', points: new Set() },
  );
  expect(redacteur.ligne(ligne, rejets)).toContain(';04/03/2026;Lyon;');
});

it('un CSV de chez nous qu’un tableur a enregistré en classeur : ses apostrophes de protection s’ôtent', async () => {
  const { tables } = await importer('clients', [
    textes('Organisation', 'Téléphone', 'Notes'),
    textes('Alpha', "'+33 4 67 12 34 56", "'- rappeler lundi"),
    textes("L'Atelier", "''=1+1", 'l’été'),
  ]);
  expect(tables.clients).toMatchObject([
    { organisation: 'Alpha', telephone: '+33 4 67 12 34 56', notes: '- rappeler lundi' },
    { organisation: "L'Atelier", telephone: "'=1+1", notes: 'l’été' },
  ]);
});

it('une cellule de texte d’un de nos exports, retouchée en date dans un tableur, se lit comme elle se montre', async () => {
  const entetes = Object.values(TABLES.tarifs.colonnes).map((c) => c.entete);
  expect(entetes[1]).toBe('Désignation');
  const { tables } = await importer('tarifs', [
    textes(...entetes),
    [['J1'], [45_352, 'dd/mm/yyyy'], ['j'], [850, '#,##0.00 "€"'], [0.2, '0%']],
  ]);
  expect(tables.tarifs).toMatchObject([
    { designation: '01/03/2024', prixHt: 85_000, tauxTva: 0.2 },
  ]);
});

const EN_TEXTES_ET_MONTANTS: Cellule[][] = [
  textes('N°', 'Client', 'Statut', 'Montant HT', 'Objet'),
  [['D1'], ['A'], ['Envoyé'], [12_500, '#,##0.0,"k€"'], [46_096, '[$-40C]mmm\\-yy;@']],
  [['D2'], ['A'], ['Envoyé'], [1_500_000, '0.0,,"M€"'], [46_096.604166666664, 'hh:mm']],
  [['D3'], ['A'], ['Envoyé'], [8_400, '0" k€"'], [46_096, 'd mmm yyyy']],
];

it.each(['xlsx', 'ods'])(
  'milliers, mois, heures d’une date : d’un .%s comme ils se montrent',
  async (format) => {
    const { tables } = await importer('devis', EN_TEXTES_ET_MONTANTS, format);
    expect(tables.devis).toMatchObject([
      { montantHt: 1_250_000, objet: 'mars 2026' },
      { montantHt: 150_000_000, objet: '14:30' },
      { montantHt: 840_000_000, objet: '15/03/2026' },
    ]);
  },
);

it('sous un en-tête en k€, un nombre que son format divise par mille est en euros', async () => {
  const { tables } = await importer('devis', [
    textes('N°', 'Client', 'Statut', 'Montant HT (k€)'),
    [['D1'], ['A'], ['Envoyé'], [12_500, '#,##0.0,']],
    [['D2'], ['A'], ['Envoyé'], [15, '0']],
  ]);
  expect(tables.devis.map((d) => d.montantHt)).toEqual([1_250_000, 1_500_000]);
});

it('des dates échangées dans une colonne font douter des autres', async () => {
  const JOUR = 'dd/mm/yyyy';
  const ligne = (n: number, envoi: Cellule, cree: Cellule): Cellule[] => [
    ...([[`D${n}`], ['A'], ['Envoyé']] as Cellule[]),
    envoi,
    cree,
  ];
  const { avertissements } = await importer('devis', [
    textes('N°', 'Client', 'Statut', 'Envoyé le', 'Créé le'),
    ligne(1, [45_722, JOUR], [45_722, JOUR]),
    ligne(2, [45_723, JOUR], [45_723, JOUR]),
    ligne(3, [45_724, JOUR], ['']),
    ligne(4, ['25/04/2026'], ['']),
  ]);
  const dits = avertissements.filter((a) => a.code === 'IMPORT_DATES_ECHANGEES');
  expect(dits.map((a) => a.message.slice(0, 24))).toEqual([
    'Colonne « Envoyé le »\u00a0: ',
    'Colonne « Créé le »\u00a0: se',
  ]);
  expect(dits[1]?.message).toContain('Comme dans une autre colonne');
});
