import { adresseCellule, enteteDe, valeurIllisible } from '../classeur/cellule';
import type { Snapshot } from '../classeur/snapshot';
import { TABLES, type CleTable } from '../classeur/tables';
import { probleme, type Probleme } from '../messages/probleme';

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
