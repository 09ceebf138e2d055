import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ecrireClasseurEnFlux } from '../../cli/workbooks/xlsx/ecrire-en-flux';
import { lireClasseur } from '../../cli/workbooks/xlsx/lire-classeur';
import { CLES_TABLES, TABLES } from '../../src/classeur/tables';
import { lignesDevis } from './devis-generes';
import type { Mesures, Objectif } from './objectif';

/** La commande construite (`npm run build`) : 100 000 devis lus d'un classeur, et exportés. */

const NOMBRE = 100_000;
const COMMANDE = 'dist/cli/suivi.mjs';
const FORMATS = ['csv', 'ndjson', 'json', 'xlsx'] as const;

export async function preparer(dossier: string): Promise<void> {
  await ecrireClasseurEnFlux(
    join(dossier, '100k.xlsx'),
    CLES_TABLES.map((cle) => ({
      onglet: TABLES[cle].onglet,
      colonnes: Object.values(TABLES[cle].colonnes),
      lignes: cle === 'devis' ? lignesDevis(NOMBRE) : [],
    })),
  );
}

/** Dans ce processus, pour que sa mémoire de crête soit celle de la commande. */
async function exporter(dossier: string, ...mots: readonly string[]): Promise<void> {
  const classeur = join(dossier, '100k.xlsx');
  process.argv.splice(2, Infinity, 'exporter', ...mots, '-c', classeur, '--le', '2027-03-01');
  await import(pathToFileURL(resolve(COMMANDE)).href);
  if (process.exitCode !== 0) throw new Error(`sortie ${process.exitCode}`);
}

export const mesures: Mesures = {
  'lire seulement': async (d) => {
    const lus = lireClasseur(join(d, '100k.xlsx')).tables.devis.length;
    if (lus !== NOMBRE) throw new Error(`${lus} devis lus`);
  },
  ...Object.fromEntries(
    FORMATS.map((f) => [f, (d: string) => exporter(d, 'devis', '-o', join(d, `devis.${f}`))]),
  ),
  'tout.xlsx': (d) => exporter(d, 'tout', '-o', join(d, 'tout.xlsx')),
  parquet: (d) => exporter(d, 'tout', '--vers', 'parquet', join(d, 'entrepot')),
};

const quoi = (mesure: string): string => `exporter 100 000 devis, ${mesure}`;

export const objectifs: readonly Objectif[] = Object.keys(mesures).flatMap((mesure) => [
  {
    quoi: `${quoi(mesure)}, calcul rapporté à la lecture seule`,
    mesure,
    grandeur: 'cpu' as const,
    reference: 'lire seulement',
  },
  { quoi: `${quoi(mesure)}, mémoire de crête (Mio)`, mesure, grandeur: 'rss' as const },
]);
