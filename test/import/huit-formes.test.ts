import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { expect, it } from 'vitest';
import { lireSource } from '../../cli/fichiers/lire-source';
import { versSerie, type DateCivile } from '../../src/commun/date-civile';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { convertir } from '../support/libreoffice';
import { dossierTemporaire } from '../support/suivi';
import { contexte } from '../support/valeurs';

/** Les mêmes devis, tels que dix logiciels les écriraient, font les mêmes enregistrements. */

const ENTETE = ['N° devis', 'Client', 'Objet', 'Montant HT', 'Taux TVA', 'Date d’envoi', 'Statut'];
const DEVIS: readonly (readonly [string, string, string, number, number, string, string])[] = [
  ['D-001', 'Étude Durand', 'Étude de sol ; l’été', 1234.5, 0.2, '2026-02-13', 'Envoyé'],
  ['D-002', 'Mairie de Fès', 'Plans « à l’œuvre »', -120, 0.055, '2026-02-03', 'Signé'],
  ['D-003', 'Œuvres & Cie', 'Suivi, phase 2', 12000, 0.2, '2025-12-25', 'Refusé'],
  ['D-004', 'Étude Durand', 'Reprise', 0.99, 0.1, '2024-02-29', 'Brouillon'],
];

interface Ecriture {
  readonly encodage: string;
  readonly separateur: string;
  readonly fin: string;
  readonly nombre: (n: number) => string;
  readonly date: (iso: string) => string;
  readonly taux: (t: number) => string;
}

const jma = (iso: string, s: string): string =>
  [iso.slice(8), iso.slice(5, 7), iso.slice(0, 4)].join(s);
const mja = (iso: string): string =>
  `${Number(iso.slice(5, 7))}/${Number(iso.slice(8))}/${iso.slice(0, 4)}`;
const MOIS = 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' ');
const enLettres = (iso: string): string =>
  `${Number(iso.slice(8))} ${MOIS[Number(iso.slice(5, 7)) - 1]} ${iso.slice(0, 4)}`;
const francais = (n: number): string => {
  const [entiers = '', decimales] = Math.abs(n).toFixed(2).split('.');
  return `${n < 0 ? '-' : ''}${entiers.replace(/\B(?=(\d{3})+$)/g, '\u202f')},${decimales}\u00a0€`;
};
const comptable = (n: number): string => {
  const points = Math.abs(n)
    .toFixed(2)
    .replace('.', ',')
    .replace(/\B(?=(\d{3})+,)/g, '.');
  return n < 0 ? `(${points})` : points;
};
const americain = (n: number): string => n.toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');

const pourcent = (t: number): string =>
  `${String(Number((t * 100).toFixed(2))).replace('.', ',')} %`;
const nombre = (t: number): string => String(Number((t * 100).toFixed(2)));

const FORMES: readonly (readonly [string, Ecriture])[] = [
  [
    'Excel français',
    {
      encodage: 'windows-1252',
      separateur: ';',
      fin: '\r\n',
      nombre: (n) => francais(n).replace(/\u202f/g, '\u00a0'),
      date: (d) => jma(d, '/'),
      taux: pourcent,
    },
  ],
  [
    'Excel « Texte Unicode »',
    {
      encodage: 'utf-16le',
      separateur: '\t',
      fin: '\r\n',
      nombre: francais,
      date: (d) => jma(d, '/'),
      taux: pourcent,
    },
  ],
  [
    'UTF-8, ISO, point',
    { encodage: 'utf-8', separateur: ',', fin: '\n', nombre: String, date: (d) => d, taux: nombre },
  ],
  [
    'américain',
    { encodage: 'utf-8', separateur: ',', fin: '\n', nombre: americain, date: mja, taux: nombre },
  ],
  [
    'comptable',
    {
      encodage: 'utf-8',
      separateur: '|',
      fin: '\n',
      nombre: comptable,
      date: (d) => jma(d, '.'),
      taux: pourcent,
    },
  ],
  [
    'Mac',
    {
      encodage: 'macintosh',
      separateur: ';',
      fin: '\r',
      nombre: (n) => `${comptable(n)} €`.replace(' €', ''),
      date: enLettres,
      taux: pourcent,
    },
  ],
  [
    'UTF-16 gros-boutiste, années courtes',
    {
      encodage: 'utf-16be',
      separateur: ';',
      fin: '\r\n',
      nombre: francais,
      date: (d) => jma(d, '/').replace(/\/20/, '/'),
      taux: pourcent,
    },
  ],
];

const cellule = (texte: string, separateur: string): string =>
  texte.includes(separateur) ? `"${texte}"` : texte;

function enCsv(e: Ecriture): Buffer {
  const lignes = [
    ENTETE,
    ...DEVIS.map(([n, c, o, ht, tva, le, s]) => [
      n,
      c,
      o,
      e.nombre(ht),
      e.taux(tva),
      e.date(le),
      s,
    ]),
  ];
  const texte = lignes.map(
    (l) => l.map((t) => cellule(t, e.separateur)).join(e.separateur) + e.fin,
  );
  return iconv.encode(texte.join(''), e.encodage, { addBOM: e.encodage === 'utf-16le' });
}

async function enXlsx(date1904: boolean): Promise<Buffer> {
  const c = new ExcelJS.Workbook();
  c.properties.date1904 = date1904;
  const f = c.addWorksheet('Devis');
  f.addRow(ENTETE);
  for (const [n, cl, o, ht, tva, le, s] of DEVIS) {
    const ligne = f.addRow([n, cl, o, ht, tva, new Date(`${le}T00:00:00Z`), s]);
    ligne.getCell(6).numFmt = 'dd/mm/yyyy';
  }
  return Buffer.from(await c.xlsx.writeBuffer());
}

async function enregistrements(nom: string, octets: Buffer) {
  const chemin = join(await dossierTemporaire(), nom);
  await writeFile(chemin, octets);
  const { source, problemes } = await lireSource(chemin);
  expect(problemes).toEqual([]);
  if (!source) throw new Error('illisible');
  const p = planImport(
    new ClasseurEnMemoire().snapshot(),
    'devis',
    source,
    null,
    contexte('2026-03-02'),
  );
  expect(p.problemes).toEqual([]);
  expect(p.resultat).toMatchObject({ lues: 4, creees: 4, rejetees: 0 });
  return p.changements.flatMap((c) =>
    c.type === 'ajouter' && c.table === 'devis' ? [c.valeurs] : [],
  );
}

const ATTENDUS = DEVIS.map(([numero, client, objet, ht, tauxTva, envoyeLe, statut]) => ({
  numero,
  client,
  objet,
  montantHt: Math.round(ht * 100),
  tauxTva,
  envoyeLe,
  statut,
}));

/** Ce que le JSON donne, sans aucune écriture à interpréter. */
async function reference() {
  const lus = await enregistrements('reference.json', enJson());
  expect(lus).toMatchObject(ATTENDUS);
  return lus;
}

function enJson(): Buffer {
  const objets = DEVIS.map((d) => Object.fromEntries(ENTETE.map((e, i) => [e, d[i]])));
  return Buffer.from(JSON.stringify(objets));
}

it.each(FORMES)('%s', async (_, ecriture) => {
  expect(await enregistrements('devis.csv', enCsv(ecriture))).toEqual(await reference());
});

it('JSON, dates et nombres tels quels', async () => {
  expect(await reference()).toHaveLength(DEVIS.length);
});

it.each([false, true])('.xlsx (calendrier de 1904 : %s)', async (date1904) => {
  expect(await enregistrements('devis.xlsx', await enXlsx(date1904))).toEqual(await reference());
});

it.each(['ods', 'xls'])('.%s', async (format) => {
  const dossier = await dossierTemporaire();
  const chemin = join(dossier, 'devis.xlsx');
  await writeFile(chemin, await enXlsx(false));
  const octets = await readFile(convertir(chemin, format, dossier));
  expect(await enregistrements(`devis.${format}`, octets)).toEqual(await reference());
});

it('CSV aux dates en numéros de jour', async () => {
  const serie = (d: string): string => String(versSerie(d as DateCivile));
  const ecriture = { ...FORMES[0]![1], date: serie };
  expect(await enregistrements('devis.csv', enCsv(ecriture))).toEqual(await reference());
});
