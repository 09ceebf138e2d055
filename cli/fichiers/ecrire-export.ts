import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Snapshot } from '../../src/classeur/snapshot';
import { TABLES_ECHANGEABLES, type TableEchangeable } from '../../src/classeur/tables';
import { versCsv } from '../../src/export/vers-csv';
import { versJson } from '../../src/export/vers-json';
import { direSortie } from '../workbooks/xlsx/erreurs-disque';
import { creerDossier } from './creer-dossier';
import { oter } from './oter';

/** Ce que `suivi exporter --json` rend pour une table. */
export interface ResultatExport {
  readonly table: TableEchangeable;
  readonly lignes: number;
  readonly fichier: string;
}

/** Un fichier à écrire, et son contenu demandé au fil de l'eau. */
interface Ecriture {
  readonly fichier: string;
  readonly morceaux: Iterable<string>;
}

/**
 * Écrit une table, ou toutes dans un même .json, en flux ; le fichier n'apparaît que complet.
 * Le format est celui de l'extension : .csv, .json ou .ndjson.
 * @throws ErreurClasseur si le fichier ne peut pas être écrit.
 */
export async function ecrireExport(
  snapshot: Snapshot,
  cible: TableEchangeable | 'tout',
  fichier: string,
): Promise<ResultatExport[]> {
  const morceaux =
    cible === 'tout' ? toutEnJson(snapshot) : uneTable(snapshot, cible, extname(fichier));
  await ecrireEnsemble([{ fichier, morceaux }]);
  const tables = cible === 'tout' ? TABLES_ECHANGEABLES : [cible];
  return tables.map((table) => ({ table, lignes: snapshot.tables[table].length, fichier }));
}

/** `exporter tout` vers un dossier : un .csv par table, tous ou aucun. */
export async function ecrireDossierCsv(
  snapshot: Snapshot,
  dossier: string,
): Promise<ResultatExport[]> {
  try {
    creerDossier(dossier);
  } catch (erreur) {
    throw direSortie(erreur, dossier);
  }
  const resultats = TABLES_ECHANGEABLES.map((table) => ({
    table,
    lignes: snapshot.tables[table].length,
    fichier: fichierCsv(dossier, table),
  }));
  await ecrireEnsemble(
    resultats.map(({ table, fichier }) => ({
      fichier,
      morceaux: uneTable(snapshot, table, '.csv'),
    })),
  );
  return resultats;
}

export const fichierCsv = (dossier: string, table: TableEchangeable): string =>
  join(dossier, `${table}.csv`);

/** Écrit tout à côté, jusque sur le support, puis met chaque fichier à sa place : rien n'est à moitié écrit. */
async function ecrireEnsemble(ecritures: readonly Ecriture[]): Promise<void> {
  const prets: { fichier: string; temporaire: string }[] = [];
  let fichier = '';
  try {
    for (const e of ecritures) {
      fichier = e.fichier;
      const temporaire = `${fichier}.${process.pid}.tmp`;
      prets.push({ fichier, temporaire });
      await pipeline(Readable.from(e.morceaux), createWriteStream(temporaire, { flush: true }));
    }
    for (const pret of prets) {
      fichier = pret.fichier;
      await rename(pret.temporaire, fichier);
    }
  } catch (erreur) {
    for (const { temporaire } of prets) oter(temporaire);
    throw direSortie(erreur, fichier);
  }
}

function* uneTable(
  snapshot: Snapshot,
  table: TableEchangeable,
  extension: string,
): Generator<string> {
  switch (extension.toLowerCase()) {
    case '.csv':
      yield '\ufeff'; // sans cette marque, Excel lit l'UTF-8 comme du windows-1252
      yield* versCsv(snapshot, table);
      return;
    case '.ndjson':
      for (const objet of versJson(snapshot, table)) yield `${JSON.stringify(objet)}\n`;
      return;
    default:
      yield* tableauJson(snapshot, table);
      yield '\n';
  }
}

function* toutEnJson(snapshot: Snapshot): Generator<string> {
  let separateur = '{';
  for (const table of TABLES_ECHANGEABLES) {
    yield `${separateur}\n"${table}": `;
    yield* tableauJson(snapshot, table);
    separateur = ',';
  }
  yield '\n}\n';
}

function* tableauJson(snapshot: Snapshot, table: TableEchangeable): Generator<string> {
  let separateur = '[';
  for (const objet of versJson(snapshot, table)) {
    yield `${separateur}\n  ${JSON.stringify(objet)}`;
    separateur = ',';
  }
  yield separateur === '[' ? '[]' : '\n]';
}
