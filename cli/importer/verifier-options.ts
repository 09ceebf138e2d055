import { extname } from 'node:path';
import type { SourceTabulaire } from '../../src/import/source';
import { estVide } from '../../src/import/source';
import { accord } from '../../src/messages/formats';
import { ErreurUsage } from '../arguments';

/** Ce qu'un fichier de rejets n'est jamais : il est écrit en CSV, avec les colonnes de la source. */
const PAS_UN_CSV: ReadonlySet<string> = new Set([
  '.xlsx',
  '.xlsm',
  '.xlsb',
  '.xls',
  '.ods',
  '.json',
  '.ndjson',
  '.jsonl',
  '.parquet',
]);

/** Un CSV nommé .xlsx ne s'ouvrirait pas. */
export function verifierRejets(rejets: string | null): void {
  if (rejets === null) return;
  const extension = extname(rejets);
  if (!PAS_UN_CSV.has(extension.toLowerCase())) return;
  const nom = `${rejets.slice(0, -extension.length)}.csv`;
  throw new ErreurUsage([
    `--rejets : les lignes rejetées s’écrivent en CSV, avec les colonnes du fichier et leur motif, que l’import relit. « ${rejets} » ne s’ouvrirait pas : écrivez par exemple « ${nom} ».`,
  ]);
}

/** La source, dont la personne a dit où sont les noms de colonnes ; il faut que cette ligne y soit. */
export function aLaLigne(source: SourceTabulaire, ligneEntete: number | null): SourceTabulaire {
  if (ligneEntete === null) return source;
  const { fichier } = source.description;
  let derniere = 0;
  for (const { ligne, cellules } of source.lignes) {
    if (!cellules.every(estVide)) derniere = ligne;
    if (derniere >= ligneEntete)
      return { ...source, description: { ...source.description, ligneEntete } };
  }
  throw new ErreurUsage([
    `--entete : « ${fichier} » n’a que ${accord(derniere, 'ligne', 'lignes')}, il n’y a rien à la ligne ${ligneEntete}. Donnez le numéro de la ligne où sont les noms de colonnes.`,
  ]);
}
