import type { Snapshot } from './snapshot';
import { TABLES, type CleTable } from './tables';
import type { Colonne } from './colonne';

/** Où regarder : `F12`, ou le nom de la colonne si l'onglet ne l'a pas. */
export function adresseCellule(
  snapshot: Snapshot,
  table: CleTable,
  ligne: number,
  colonne: string,
): string {
  return snapshot.adresse(table, ligne, colonne) ?? enteteDe(table, colonne);
}

export function enteteDe(table: CleTable, colonne: string): string {
  const colonnes: Readonly<Record<string, Colonne>> = TABLES[table].colonnes;
  return colonnes[colonne]?.entete ?? colonne;
}

/** Ce que montre une cellule illisible. */
export function valeurIllisible(
  snapshot: Snapshot,
  table: CleTable,
  ligne: number,
  colonne: string,
): string {
  const cellule = snapshot.illisibles.find(
    (c) => c.table === table && c.ligne === ligne && c.colonne === colonne,
  );
  return cellule?.valeur ?? '';
}
