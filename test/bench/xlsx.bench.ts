import { createReadStream } from 'node:fs';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ajouter } from '../../src/classeur/changements';
import { ecrireCellule } from '../../src/classeur/ecrire-cellule';
import { plan } from '../../src/classeur/plan';
import { CLES_TABLES, TABLES } from '../../src/classeur/tables';
import type { Devis } from '../../src/classeur/tables/devis';
import { ClasseurXlsx } from '../../cli/workbooks/xlsx/classeur-xlsx';
import { ecrireClasseurEnFlux } from '../../cli/workbooks/xlsx/ecrire-en-flux';
import { modifierClasseur } from '../../cli/workbooks/xlsx/modifier-classeur';
import { COLONNES_DEVIS, lignesDevis, valeursDevis } from './devis-generes';
import type { Mesures, Objectif } from './objectif';

const FORMATS: Readonly<Record<string, string>> = {
  montant: '#,##0.00\\ "€"',
  date: 'dd/mm/yyyy',
  taux: '0.0%',
};

async function ecrire(chemin: string, nombre: number): Promise<void> {
  await ecrireClasseurEnFlux(chemin, [
    { onglet: 'Devis', colonnes: COLONNES_DEVIS, lignes: lignesDevis(nombre) },
  ]);
}

async function ecrireExceljs(chemin: string, nombre: number): Promise<void> {
  const { default: ExcelJS } = await import('exceljs');
  const classeur = new ExcelJS.stream.xlsx.WorkbookWriter({
    filename: chemin,
    useStyles: true,
    useSharedStrings: false,
  });
  const feuille = classeur.addWorksheet('Devis');
  feuille.columns = COLONNES_DEVIS.map((c) => ({
    header: c.entete,
    width: c.largeur,
    style: FORMATS[c.genre] ? { numFmt: FORMATS[c.genre] as string } : {},
  }));
  for (const ligne of lignesDevis(nombre)) {
    feuille.addRow(ligne.map((v, rang) => ecrireCellule(COLONNES_DEVIS[rang]!, v).brut)).commit();
  }
  await classeur.commit();
}

export async function preparer(dossier: string): Promise<void> {
  await ecrire(join(dossier, '100k.xlsx'), 100_000);
  await ecrireClasseurEnFlux(
    join(dossier, '20k.xlsx'),
    CLES_TABLES.map((cle) => ({
      onglet: TABLES[cle].onglet,
      colonnes: Object.values(TABLES[cle].colonnes),
      lignes: cle === 'devis' ? lignesDevis(20_000) : [],
    })),
  );
}

export const mesures: Mesures = {
  'écrire 100 000 devis': (d) => ecrire(join(d, 'a.xlsx'), 100_000),
  'écrire 500 000 devis': (d) => ecrire(join(d, 'b.xlsx'), 500_000),
  'écrire 100 000 devis, exceljs en flux': (d) => ecrireExceljs(join(d, 'c.xlsx'), 100_000),
  'lire 100 000 devis': async (d) => {
    const chemin = join(d, '100k.xlsx');
    const source = ClasseurXlsx.ouvrir(readFileSync(chemin), chemin).source();
    let nombre = 0;
    for (const { cellules } of source.lignes('Devis')) if (cellules.length > 20) nombre++;
    if (nombre !== 100_000) throw new Error(`${nombre} lignes lues`);
  },
  'lire 100 000 devis, exceljs en flux': async (d) => {
    const { default: ExcelJS } = await import('exceljs');
    const flux = createReadStream(join(d, '100k.xlsx'));
    let nombre = -1;
    for await (const feuille of new ExcelJS.stream.xlsx.WorkbookReader(flux, {})) {
      for await (const ligne of feuille) if (ligne.cellCount > 20) nombre++;
    }
    if (nombre !== 100_000) throw new Error(`${nombre} lignes lues`);
  },
  'ajouter un devis à 20 000': async (d) => {
    const chemin = join(d, 'ajout.xlsx');
    copyFileSync(join(d, '20k.xlsx'), chemin);
    await modifierClasseur(chemin, (s) => {
      if (s.tables.devis.length !== 20_000) throw new Error(`${s.tables.devis.length} devis lus`);
      return plan(null, {
        changements: [ajouter('devis', valeursDevis(20_000) as Partial<Devis>)],
      });
    });
  },
  'ajouter un devis à 20 000, exceljs': async (d) => {
    const { default: ExcelJS } = await import('exceljs');
    const classeur = new ExcelJS.Workbook();
    await classeur.xlsx.readFile(join(d, '20k.xlsx'));
    const valeurs = [...lignesDevis(1)][0] ?? [];
    classeur
      .getWorksheet('Devis')!
      .addRow(valeurs.map((v, rang) => ecrireCellule(COLONNES_DEVIS[rang]!, v).brut));
    await classeur.xlsx.writeFile(join(d, 'ajout-exceljs.xlsx'));
  },
};

export const objectifs: readonly Objectif[] = [
  {
    quoi: 'écrire 100 000 devis, calcul rapporté à exceljs en flux',
    mesure: 'écrire 100 000 devis',
    grandeur: 'cpu',
    reference: 'écrire 100 000 devis, exceljs en flux',
    max: 0.75,
  },
  {
    quoi: 'écrire 100 000 devis, mémoire de crête (Mio)',
    mesure: 'écrire 100 000 devis',
    grandeur: 'rss',
    max: 200,
  },
  {
    quoi: 'écrire 500 000 devis, mémoire rapportée à 100 000',
    mesure: 'écrire 500 000 devis',
    grandeur: 'rss',
    reference: 'écrire 100 000 devis',
    max: 1.3,
  },
  {
    quoi: 'lire 100 000 devis, calcul rapporté à exceljs en flux',
    mesure: 'lire 100 000 devis',
    grandeur: 'cpu',
    reference: 'lire 100 000 devis, exceljs en flux',
    max: 0.8,
  },
  {
    quoi: 'ajouter un devis à 20 000, calcul rapporté à exceljs',
    mesure: 'ajouter un devis à 20 000',
    grandeur: 'cpu',
    reference: 'ajouter un devis à 20 000, exceljs',
    max: 0.35,
  },
];
