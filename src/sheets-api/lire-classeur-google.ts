import type { Snapshot } from '../classeur/snapshot';
import type { Dialogue } from './appel';

/**
 * Lit un classeur Google : un `get`, un `batchGet`.
 * @throws ErreurClasseur si le classeur ne peut pas être lu ou si sa structure est abîmée.
 */
export function lireClasseurGoogle(id: string): Dialogue<Snapshot> {
  throw new Error(`À venir : ${id}`);
}
