import type { CelluleBrute } from '../classeur/source';
import type { TableEchangeable } from '../classeur/tables';
import { depuisSerie } from '../commun/date-civile';
import { formatDate } from '../messages/formats';
import type { Correspondance } from './correspondance';
import { colonnesDe } from './noms-connus';
import { texteDeCellule, type LigneSource } from './source';

/** L'en-tête de la colonne ajoutée aux lignes rejetées. */
export const COLONNE_MOTIF = 'Motif du rejet';

/** Où va le motif : dans sa colonne si le fichier l'a déjà (des rejets que l'on réimporte), sinon au bout. */
export function placeDuMotif({ cellules }: LigneSource): { rang: number; dejaLa: boolean } {
  const trouve = cellules.findIndex((c) => texteDeCellule(c) === COLONNE_MOTIF);
  return { rang: trouve >= 0 ? trouve : cellules.length, dejaLa: trouve >= 0 };
}

/** Rangs des colonnes de dates : un tableur les donne en numéros de série. */
export function rangsDesDates(
  table: TableEchangeable,
  { colonnes }: Pick<Correspondance, 'colonnes'>,
): Set<number> {
  const declarees = colonnesDe(table);
  const dates = [...colonnes].filter(([cle]) => declarees[cle]?.genre === 'date');
  return new Set(dates.map(([, { rang }]) => rang));
}

/** Un numéro de série, en date qui se lit. */
export function enDate(cellule: CelluleBrute): CelluleBrute {
  const date = typeof cellule === 'number' ? depuisSerie(cellule) : null;
  return date === null ? cellule : formatDate(date);
}

/** Ce qui ne va pas dans une ligne, chaque raison une fois. */
export const motifDe = (messages: Iterable<string>): string => [...new Set(messages)].join(' ; ');
