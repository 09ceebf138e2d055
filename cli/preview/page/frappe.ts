import { CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import type { CelluleTapee } from '../protocole';

/** Une apostrophe devant un texte dit qu'il n'est ni un nombre, ni une date. */
const FORCE = "'";

/** Le texte d'une cellule éditée sur plusieurs lignes. */
function texteRiche(cellule: ICellData): string | null {
  const flux = cellule.p?.body?.dataStream;
  return flux === undefined ? null : flux.replace(/\r\n$/, '').replace(/\r/g, '\n');
}

/** Ce qu'on vient de taper, gardé en texte jusqu'à la réponse du serveur. */
export function texteTape(cellule: ICellData): ICellData {
  if (cellule.f) return cellule;
  const tape = texteRiche(cellule) ?? String(cellule.v ?? '');
  const v = cellule.t === CellValueType.FORCE_STRING ? `${FORCE}${tape}` : tape;
  return { ...cellule, p: null, v, t: CellValueType.STRING };
}

/** La saisie que porte une écriture de la grille ; `null` si elle ne change pas de contenu. */
export function saisieDe(
  cellule: Nullable<ICellData>,
  annulation: boolean,
): CelluleTapee['saisie'] | null {
  if (!cellule) return { valeur: null };
  if (cellule.f) return { texte: cellule.f };
  const riche = texteRiche(cellule);
  if (riche !== null) return { texte: riche };
  if (cellule.v === undefined) return null;
  if (cellule.v === null || cellule.v === '') return { valeur: null };
  if (cellule.t === CellValueType.BOOLEAN) return { valeur: Boolean(cellule.v) };
  if (typeof cellule.v === 'string' && !annulation) return { texte: cellule.v };
  return { valeur: cellule.v };
}
