import type { CelluleBrute } from '../../classeur/source';
import type { LigneSource } from '../source';
import { montrerNombre } from './montrer-nombre';
import { montrerCode } from './numerotation';

/** Le format d'une cellule d'un tableur. */
export interface FormatDeCellule {
  readonly motif: string;
  /** Il montre une date ou une heure. */
  readonly estDate: boolean;
}

/**
 * Une ligne d'un tableur. Un nombre que sa cellule montre comme un code en prend le texte ; ce que
 * montrent une date, un pourcentage, une monnaie est gardé à côté du nombre.
 */
export function ligneDeTableur(
  ligne: number,
  lues: readonly CelluleBrute[],
  formatDe: (rang: number) => FormatDeCellule | null,
): LigneSource {
  const montrees = new Map<number, string>();
  const cellules = lues.map((valeur, rang) => {
    const format = typeof valeur === 'number' ? formatDe(rang) : null;
    if (typeof valeur !== 'number' || format === null) return valeur;
    const code = montrerCode(valeur, format.motif);
    if (code !== null) return code;
    const montre = montrerNombre(valeur, format.motif, format.estDate);
    if (montre !== null) montrees.set(rang, montre);
    return valeur;
  });
  return { ligne, ...(montrees.size > 0 ? { montrees } : {}), cellules };
}
