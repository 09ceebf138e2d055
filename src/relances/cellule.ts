import type { Snapshot } from '../classeur/snapshot';
import { TABLES, type CleTable } from '../classeur/tables';
import type { Colonne } from '../classeur/colonne';
import { probleme, type Probleme } from '../messages/probleme';

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

/** Les cellules illisibles parmi celles dont une relance dépend : leur `null` n'est pas un vide. */
export function cellulesIllisibles(
  snapshot: Snapshot,
  table: CleTable,
  ligne: number,
  colonnes: readonly string[],
): Probleme[] {
  return colonnes
    .filter((colonne) => snapshot.estIllisible(table, ligne, colonne))
    .map((colonne) =>
      probleme('RELANCE_CELLULE_ILLISIBLE', {
        onglet: TABLES[table].onglet,
        cellule: adresseCellule(snapshot, table, ligne, colonne),
        entete: enteteDe(table, colonne),
        valeur: valeurIllisible(snapshot, table, ligne, colonne),
      }),
    );
}
