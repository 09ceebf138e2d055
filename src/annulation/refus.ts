import type { CleTable } from '../classeur/tables';
import type { Probleme } from '../messages/probleme';
import type { Enregistrement } from './nommer-ligne';

/** Ce qui empêche d'annuler, et la ligne où cela se voit. */
export interface Refus {
  readonly probleme: Probleme;
  /** `null` : aucune ligne du classeur d'aujourd'hui. */
  readonly lieu: { readonly table: CleTable; readonly enregistrement: Enregistrement } | null;
}
