import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { lireSource } from '../../cli/fichiers/lire-source';
import type { SourceTabulaire } from '../../src/import/source';
import { convertir } from '../support/libreoffice';
import { dossierTemporaire } from '../support/suivi';

/** Le même contenu, écrit par des logiciels différents, se lit pareil. */

async function exemple(date1904 = false): Promise<Buffer> {
  const c = new ExcelJS.Workbook();
  c.properties.date1904 = date1904;
  c.addWorksheet('Notice').addRow(['Mode d’emploi']);
  const f = c.addWorksheet('Suivi 2025');
  f.addRow(['N°', 'Envoyé le', 'Montant HT', 'Lien']);
  f.addRow(['D1', new Date(Date.UTC(2026, 2, 2)), 1234.56]);
  f.addRow(['D2', new Date(Date.UTC(2026, 2, 2, 12)), 12]);
  for (const n of [2, 3]) f.getCell(`B${n}`).numFmt = 'dd/mm/yyyy hh:mm';
  // un montant et une durée dont le format ressemble à celui d'une date
  f.getCell('C2').numFmt = '#,##0.00\\ [$€-40C];[Red]-#,##0.00\\ [$€-40C]';
  f.getCell('D2').value = { text: 'site', hyperlink: 'https://exemple.fr' };
  f.getCell('D3').value = { error: '#N/A' };
  return Buffer.from(await c.xlsx.writeBuffer());
}

const LUES = [
  ['N°', 'Envoyé le', 'Montant HT', 'Lien'],
  ['D1', 46083, 1234.56, 'site'],
  ['D2', 46083.5, 12, { erreur: '#N/A' }],
];

/** Les colonnes de la seconde feuille sont reconnues. */
const noter = (lignes: readonly { cellules: readonly unknown[] }[]): number =>
  lignes.some((l) => l.cellules.includes('N°')) ? 1 : 0;

function transformer(octets: Buffer, motif: RegExp, changer: (xml: string) => string): Buffer {
  const parties = unzipSync(octets);
  for (const [nom, contenu] of Object.entries(parties)) {
    if (motif.test(nom)) parties[nom] = strToU8(changer(strFromU8(contenu)));
  }
  return Buffer.from(zipSync(parties));
}

async function lire(nom: string, octets: Buffer) {
  const chemin = join(await dossierTemporaire(), nom);
  await writeFile(chemin, octets);
  const { source, problemes } = await lireSource(chemin, { noter });
  expect(problemes).toEqual([]);
  return source;
}

const cellulesDe = (source: SourceTabulaire | null) =>
  [...(source?.lignes ?? [])].map((l) => l.cellules);

describe('un format qui fait d’un nombre un code', () => {
  async function parLibreOffice(octets: Buffer): Promise<Buffer> {
    const dossier = await dossierTemporaire();
    const chemin = join(dossier, 'codes.xlsx');
    await writeFile(chemin, octets);
    return readFile(convertir(chemin, 'ods', dossier));
  }
  it.each([
    ['.xlsx', (o: Buffer) => Promise.resolve(o)],
    ['.ods', parLibreOffice],
  ])('se lit comme il se montre, un montant reste un nombre : %s', async (extension, passer) => {
    const c = new ExcelJS.Workbook();
    const f = c.addWorksheet('Suivi');
    const cas: [string, number, unknown][] = [
      ['00000', 1234, '01234'],
      ['000\\ 000\\ 000\\ 00000', 73282932000074, '732 829 320 00074'],
      ['"DEV-2026-"0000', 42, 'DEV-2026-0042'],
      ['"N° "0', 7, 'N° 7'],
      // La bibliothèque ne sait pas ce format d'un .ods ; le zéro d'un téléphone est rendu plus loin.
      ['0#" "##" "##" "##" "##', 612345678, extension === '.ods' ? 612345678 : '06 12 34 56 78'],
      ['0', 12, 12],
      ['#,##0.00', 1234.5, 1234.5],
      ['0" jours"', 3, 3],
      ['"€ "0', 9, 9],
      ['"EUR "0', 9, 9],
      ['0.00', 12, 12],
      ['0000', 1.5, 1.5],
    ];
    f.addRow(['N°', ...cas.map(([format]) => format)]);
    f.addRow(['D1', ...cas.map(([, valeur]) => valeur)]);
    cas.forEach(([format], i) => (f.getCell(2, i + 2).numFmt = format));
    const octets = await passer(Buffer.from(await c.xlsx.writeBuffer()));
    const [, lue] = cellulesDe(await lire(`codes${extension}`, octets));
    expect(lue).toEqual(['D1', ...cas.map(([, , attendu]) => attendu)]);
  });
});

describe('un classeur de n’importe quel logiciel', () => {
  it.each<[string, (octets: Buffer) => Buffer]>([
    ['tel quel', (o) => o],
    [
      'aux balises préfixées (outils .NET)',
      (o) =>
        transformer(o, /^xl\/.*\.xml$/, (xml) =>
          xml.replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2').replace('xmlns="', 'xmlns:x="'),
        ),
    ],
    [
      'sans adresse de cellule',
      (o) => transformer(o, /sheet2\.xml$/, (xml) => xml.replace(/ r="[A-Z]*\d+"/g, '')),
    ],
  ])('%s', async (_, changer) => {
    const source = await lire('a.xlsx', changer(await exemple()));
    expect(source?.description).toMatchObject({ feuille: 'Suivi 2025', format: 'xlsx' });
    expect(cellulesDe(source).slice(0, 3)).toEqual(LUES);
  });

  it('au calendrier de 1904, les dates sont les mêmes, les montants aussi', async () => {
    const source = await lire('mac.xlsx', await exemple(true));
    expect(cellulesDe(source)).toEqual(LUES);
  });

  it('au calendrier de 1904, une durée n’est pas décalée', async () => {
    const c = new ExcelJS.Workbook();
    c.properties.date1904 = true;
    const f = c.addWorksheet('Suivi');
    f.addRow(['N°', 'Objet']);
    f.addRow(['D1', 0.0625]);
    f.getCell('B2').numFmt = '[h]:mm';
    const source = await lire('durees.xlsx', Buffer.from(await c.xlsx.writeBuffer()));
    const [, ligne] = [...(source?.lignes ?? [])];
    expect([ligne?.cellules[1], ligne?.montrees?.get(1)]).toEqual([0.0625, '01:30']);
  });

  it.each(['ods', 'xls'])('enregistré en .%s par un tableur', async (format) => {
    const dossier = await dossierTemporaire();
    const chemin = join(dossier, 'a.xlsx');
    await writeFile(chemin, await exemple());
    const source = await lire(`a.${format}`, await readFile(convertir(chemin, format, dossier)));
    expect(cellulesDe(source)).toEqual(LUES);
  });

  it('un classeur protégé par un mot de passe est refusé, et le dit', async () => {
    const chemin = join(await dossierTemporaire(), 'secret.xlsx');
    const cfb = (await import('@e965/xlsx')).CFB;
    const conteneur = cfb.utils.cfb_new();
    cfb.utils.cfb_add(conteneur, '/EncryptionInfo', Buffer.alloc(64));
    cfb.utils.cfb_add(conteneur, '/EncryptedPackage', Buffer.alloc(64));
    await writeFile(chemin, cfb.write(conteneur, { type: 'buffer' }) as Buffer);
    const { source, problemes } = await lireSource(chemin);
    expect(source).toBeNull();
    expect(problemes.map((p) => p.code)).toEqual(['SOURCE_ILLISIBLE']);
  });
});
