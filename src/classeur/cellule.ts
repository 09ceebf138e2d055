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

/** Une cellule incomprise, telle que les messages la décrivent. */
interface CelluleDecrite {
  readonly onglet: string;
  readonly cellule: string;
  readonly entete: string;
  readonly valeur: string;
}

/**
 * Les cellules illisibles parmi ces colonnes d'une ligne : là où une décision en dépend, leur `null`
 * n'est pas un vide.
 */
export function decrireIllisibles(
  snapshot: Snapshot,
  table: CleTable,
  ligne: number,
  colonnes: readonly string[],
): CelluleDecrite[] {
  return colonnes
    .filter((colonne) => snapshot.estIllisible(table, ligne, colonne))
    .map((colonne) => ({
      onglet: TABLES[table].onglet,
      cellule: adresseCellule(snapshot, table, ligne, colonne),
      entete: enteteDe(table, colonne),
      valeur: valeurIllisible(snapshot, table, ligne, colonne),
    }));
}

function valeurIllisible(
  snapshot: Snapshot,
  table: CleTable,
  ligne: number,
  colonne: string,
): string {
  const cellules = snapshot.illisiblesDe(table);
  return cellules.find((c) => c.ligne === ligne && c.colonne === colonne)?.valeur ?? '';
}
