import { probleme, type Probleme } from '../messages/probleme';
import { decrireIllisibles } from './cellule';
import type { Snapshot } from './snapshot';
import type { CleTable, Tables } from './tables';

/**
 * Le problème d'une cellule dont une décision a besoin et qui n'est pas comprise ; vide sinon.
 * Une cellule illisible ne vaut jamais une cellule vide.
 */
export function illisible<K extends CleTable>(
  snapshot: Snapshot,
  table: K,
  ligne: number,
  ...colonnes: readonly (keyof Tables[K]['colonnes'] & string)[]
): Probleme[] {
  return decrireIllisibles(snapshot, table, ligne, colonnes).map((c) =>
    probleme('CELLULE_A_CORRIGER', c),
  );
}
