import type { LigneChoisie } from '../actions/cible';
import type { ClasseurLu } from './classeur';

/** La ligne où est le curseur, si son onglet est l'un des nôtres, même renommé. */
export function ligneChoisie({ tableDe }: ClasseurLu): LigneChoisie | null {
  const cellule = SpreadsheetApp.getCurrentCell();
  const table = tableDe(SpreadsheetApp.getActiveSheet().getSheetId());
  return cellule && table ? { table, ligne: cellule.getRow() } : null;
}
