import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Snapshot } from '../../src/classeur/snapshot';
import { TABLES_ECHANGEABLES, type TableEchangeable } from '../../src/classeur/tables';
import { versCsv } from '../../src/export/vers-csv';
import { versJson } from '../../src/export/vers-json';

export type FormatExport = 'csv' | 'json' | 'ndjson';

/** Ce que `suivi exporter --json` rend pour une table. */
export interface ResultatExport {
  readonly table: TableEchangeable;
  readonly lignes: number;
  readonly fichier: string;
}

/** Écrit une table dans un fichier, en flux. */
export async function ecrireExport(
  snapshot: Snapshot,
  table: TableEchangeable,
  fichier: string,
  format: FormatExport,
): Promise<ResultatExport> {
  await pipeline(Readable.from(morceaux(snapshot, table, format)), createWriteStream(fichier));
  return { table, lignes: snapshot.tables[table].length, fichier };
}

/** `exporter tout` : un fichier par table dans un dossier, créé s'il le faut. */
export async function ecrireExports(
  snapshot: Snapshot,
  dossier: string,
  format: FormatExport,
): Promise<ResultatExport[]> {
  await mkdir(dossier, { recursive: true });
  const resultats: ResultatExport[] = [];
  for (const table of TABLES_ECHANGEABLES) {
    resultats.push(
      await ecrireExport(snapshot, table, join(dossier, `${table}.${format}`), format),
    );
  }
  return resultats;
}

function* morceaux(
  snapshot: Snapshot,
  table: TableEchangeable,
  format: FormatExport,
): Generator<string> {
  if (format === 'csv') {
    yield '\ufeff'; // sans cette marque, Excel lit l'UTF-8 comme du windows-1252
    yield* versCsv(snapshot, table);
    return;
  }
  let premier = true;
  if (format === 'json') yield '[';
  for (const objet of versJson(snapshot, table)) {
    const separateur = premier ? '' : ',';
    yield format === 'json'
      ? `${separateur}\n  ${JSON.stringify(objet)}`
      : `${JSON.stringify(objet)}\n`;
    premier = false;
  }
  if (format === 'json') yield '\n]\n';
}
