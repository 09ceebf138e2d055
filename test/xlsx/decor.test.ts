import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { ajouter, modifier, remplacer, type Changement } from '../../src/classeur/changements';
import type { Snapshot } from '../../src/classeur/snapshot';
import { plan } from '../../src/classeur/plan';
import { modifierClasseur } from '../../cli/workbooks/xlsx/modifier-classeur';
import { euros, jour } from '../support/valeurs';
import { greffer } from './greffes';
import {
  classeurNeuf,
  differences,
  dossierNeuf,
  ouvrir,
  parties,
  python,
  reenregistrerParLibreOffice,
  snapshotDe,
  vuParOpenpyxl,
} from './outils';

/** Un classeur que son utilisateur a arrangé : rien de ce qu'il a fait ne doit bouger. */
const dossier = dossierNeuf();
const decore = join(dossier, 'décoré.xlsx');
const neuf = (i: number) => ({
  numero: `DEV-2026-000${i}`,
  version: 1,
  client: `Société ${i}`,
  objet: `Étude n° ${i}`,
  montantHt: euros(1000 * i),
  envoyeLe: jour(`2026-03-0${i}`),
  statut: 'Envoyé' as const,
});

beforeAll(async () => {
  const base = join(dossier, 'base.xlsx');
  await classeurNeuf(base, {
    devis: [neuf(1), neuf(2), neuf(3)],
    clients: [{ organisation: 'Mairie' }, { organisation: 'Lycée' }],
    revueHebdo: [{ numero: 'A' }, { numero: 'B' }, { numero: 'C' }],
  });
  const openpyxl = join(dossier, 'openpyxl.xlsx');
  python('decorer.py', base, openpyxl);
  writeFileSync(decore, greffer(readFileSync(openpyxl)));
}, 60_000);

async function changer(
  depart: string,
  nom: string,
  decider: (s: Snapshot) => readonly Changement[],
): Promise<string> {
  const chemin = join(dossierNeuf(), `${nom}.xlsx`);
  writeFileSync(chemin, readFileSync(depart));
  await modifierClasseur(chemin, (s) => plan(null, { changements: decider(s) }));
  return chemin;
}

/** Ce que toute écriture change : recalcul demandé, chaîne de calcul ôtée. */
const COMMUNES = [
  '[Content_Types].xml',
  'xl/_rels/workbook.xml.rels',
  'xl/calcChain.xml',
  'xl/workbook.xml',
];
const onglet = (chemin: string, nom: string): string =>
  ouvrir(chemin).paquet.feuilles.find((f) => f.nom === nom)?.partie ?? '';

describe('un classeur décoré par openpyxl', () => {
  it('se lit, colonne déplacée et colonne ajoutée comprises', () => {
    const s = snapshotDe(ouvrir(decore));
    expect(s.tables.devis.map((d) => d.objet)).toEqual(['Étude n° 1', 'Étude n° 2', 'Étude n° 3']);
    expect(s.tables.devis[2]).toMatchObject({ montantHt: 300000, envoyeLe: '2026-03-03' });
    expect(s.adresse('devis', 2, 'client')).toBe('E2');
  });

  const cas: [nom: string, (s: Snapshot) => readonly Changement[], string, string[]][] = [
    ['ajouter', () => [ajouter('devis', neuf(4))], 'Devis', []],
    [
      'modifier',
      (s) => modifier('devis', s.tables.devis[1]!, 'D', { statut: 'Signé', objet: 'Changé' }),
      'Devis',
      [],
    ],
    [
      'remplacer',
      () => [remplacer('revueHebdo', [{ numero: 'Z', decision: 'Attendre' }])],
      'Revue hebdo',
      [],
    ],
    [
      'ajouter dans un tableau',
      () => [ajouter('clients', { organisation: 'Port' })],
      'Clients',
      ['xl/tables/table1.xml'],
    ],
  ];
  it.each(cas)('%s ne change que son onglet', async (nom, decider, touche, autres) => {
    const chemin = await changer(decore, nom, decider);
    const attendues = [...COMMUNES, onglet(decore, touche), ...autres].sort();
    const changees = differences(readFileSync(decore), readFileSync(chemin));
    // `styles.xml` ne change que si un format manquait.
    expect(changees.filter((p) => p !== 'xl/styles.xml')).toEqual(attendues);
    expect(Object.keys(parties(readFileSync(chemin)))).toEqual(
      Object.keys(parties(readFileSync(decore))).filter((p) => p !== 'xl/calcChain.xml'),
    );
    const vu = vuParOpenpyxl(chemin);
    expect(vu).toMatchObject({ graphiques: 1, croises: 1, commentaires: ['Vu avec le client'] });
    expect(vu.cellules['Brouillon à moi']).toEqual({ C7: 'ne pas toucher' });
    expect(vu.cellules['Devis']).toMatchObject({ D1: 'Mon avis', D2: 'avis 2', D4: 'avis 4' });
  });

  it('la ligne ajoutée se lit ailleurs, au bon format, et les étendues la couvrent', async () => {
    const chemin = await changer(decore, 'lu', () => [ajouter('devis', neuf(4))]);
    const vu = vuParOpenpyxl(chemin);
    expect(vu.cellules['Devis']).toMatchObject({
      A5: 'DEV-2026-0004',
      E5: 'Société 4',
      F5: 4000,
      AC5: 'Étude n° 4',
    });
    expect(vu.cellules['Devis']).not.toHaveProperty('D5');
    expect(vu.formats['Devis']?.['F5']).toBe('#,##0.00\\ "€"');
    expect(vu.filtres['Devis']).toBe('A1:AC5');
    const xml = Buffer.from(parties(readFileSync(chemin))[onglet(chemin, 'Devis')]!).toString();
    expect(xml).toContain('<conditionalFormatting sqref="F2:F5">');
    expect(xml).toContain('sqref="D2:D5"');
    expect(xml).toContain('<dimension ref="A1:AC5"');
    const classeur = Buffer.from(parties(readFileSync(chemin))['xl/workbook.xml']!).toString();
    expect(classeur).toContain("'Devis'!$A$1:$AC$5");
    expect(classeur).toContain('fullCalcOnLoad="1"');
  });

  it('un tableau (Ctrl+L) s’étend ; avec une ligne de total, l’ajout est refusé', async () => {
    const chemin = await changer(decore, 't', () => [ajouter('clients', { organisation: 'Port' })]);
    expect(vuParOpenpyxl(chemin).tableaux).toEqual(['A1:T4']);
    const p = { ...parties(readFileSync(decore)) };
    const { zipSync } = await import('fflate');
    p['xl/tables/table1.xml'] = Buffer.from(
      Buffer.from(p['xl/tables/table1.xml']!)
        .toString()
        .replace('totalsRowCount="0"', '')
        .replace('<table ', '<table totalsRowCount="1" '),
    );
    const avecTotal = join(dossier, 'total.xlsx');
    writeFileSync(avecTotal, zipSync(p));
    await expect(
      changer(avecTotal, 'refus', () => [ajouter('clients', { organisation: 'Port' })]),
    ).rejects.toMatchObject({ problemes: [{ code: 'TABLE_AVEC_TOTAL' }] });
  });

  it('un onglet refait perd ses anciennes lignes, et elles seules', async () => {
    const chemin = await changer(decore, 'r', () => [remplacer('revueHebdo', [{ numero: 'Z' }])]);
    expect(snapshotDe(ouvrir(chemin)).tables.revueHebdo.map((l) => l.numero)).toEqual(['Z']);
    const vu = vuParOpenpyxl(chemin).cellules['Revue hebdo'] ?? {};
    expect(Object.keys(vu).filter((a) => !a.endsWith('1'))).toEqual(['A2']);
  });
});

describe('relu par exceljs', () => {
  // exceljs ne sait pas rouvrir un classeur à graphiques d'openpyxl : il relit le classeur nu.
  it('la ligne ajoutée et celles d’avant', async () => {
    const chemin = await changer(join(dossier, 'base.xlsx'), 'x', () => [
      ajouter('devis', neuf(4)),
    ]);
    const exceljs = new ExcelJS.Workbook();
    await exceljs.xlsx.readFile(chemin);
    const devis = exceljs.getWorksheet('Devis');
    expect(devis?.getCell('E5').value).toBe('Étude n° 4');
    expect(devis?.getCell('Q5').value).toEqual(new Date('2026-03-04'));
    expect(devis?.getCell('F2').value).toBe(1000);
  });
});

describe('réenregistré par LibreOffice', () => {
  it('se lit et s’écrit comme avant, et LibreOffice relit ce qu’on écrit', async () => {
    const lo = reenregistrerParLibreOffice(decore);
    const avant = snapshotDe(ouvrir(decore));
    expect(snapshotDe(ouvrir(lo)).tables.devis).toEqual(avant.tables.devis);
    const ecrit = await changer(lo, 'lo', (s) => [
      ajouter('devis', neuf(4)),
      ...modifier('devis', s.tables.devis[0]!, 'D', {
        statut: 'Refusé',
        decideLe: jour('2026-04-01'),
      }),
      remplacer('revueHebdo', [{ numero: 'Z' }]),
    ]);
    const relu = snapshotDe(ouvrir(reenregistrerParLibreOffice(ecrit)));
    expect(relu.tables.devis).toEqual(snapshotDe(ouvrir(ecrit)).tables.devis);
    expect(relu.tables.devis.map((d) => d.ligne)).toEqual([2, 3, 4, 5]);
    expect(relu.tables.devis[0]).toMatchObject({ statut: 'Refusé', decideLe: '2026-04-01' });
    expect(relu.tables.devis[3]).toMatchObject({ objet: 'Étude n° 4', montantHt: 400000 });
    expect(relu.tables.revueHebdo.map((l) => l.numero)).toEqual(['Z']);
    expect(vuParOpenpyxl(ecrit).graphiques).toBe(1);
  }, 120_000);
});
