import { decrireIllisibles } from '../classeur/cellule';
import type { Snapshot } from '../classeur/snapshot';
import type { CleTable } from '../classeur/tables';
import { probleme, type Probleme } from '../messages/probleme';

/** Les cellules illisibles parmi celles dont une relance dépend : leur `null` n'est pas un vide. */
export function cellulesIllisibles(
  snapshot: Snapshot,
  table: CleTable,
  ligne: number,
  colonnes: readonly string[],
): Probleme[] {
  return decrireIllisibles(snapshot, table, ligne, colonnes).map((c) =>
    probleme('RELANCE_CELLULE_ILLISIBLE', c),
  );
}
