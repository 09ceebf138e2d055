import type { LigneSource, Separateur } from '../source';
import { texteDeCellule } from '../source';
import { DecoupeurCsv } from './decoupeur-csv';

export const SEPARATEURS: readonly Separateur[] = [';', ',', '\t', '|'];

/** Une ligne d'autant de cellules, sans l'être de la même façon, n'est pas un texte qui cite un signe. */
const ASSEZ = 3;

/**
 * Le séparateur d'une ligne qui n'est pas coupée comme les autres : deux exports collés bout à bout.
 * `null` : rien ne le dit. Un texte qui contient des virgules (« Durand, Martin, Petit ») n'en est pas.
 */
export function autreSeparateur(
  { cellules }: Pick<LigneSource, 'cellules'>,
  separateur: Separateur,
  largeur: number,
): Separateur | null {
  if (cellules.length === largeur) return null;
  const [premiere] = cellules;
  if (typeof premiere !== 'string') return null;
  for (const autre of SEPARATEURS) {
    if (autre === separateur || !premiere.includes(autre)) continue;
    const combien = compterCellules(cellules.map(texteDeCellule).join(separateur), autre);
    const touteLaLigne = cellules.length === 1 && combien >= ASSEZ && combien * 2 >= largeur;
    if (combien === largeur || touteLaLigne) return autre;
  }
  return null;
}

/** Combien de cellules fait ce séparateur ; une virgule suivie d'une espace est de la phrase. */
export function compterCellules(ligne: string, separateur: Separateur): number {
  const { value } = new DecoupeurCsv([ligne], separateur).next();
  const cellules = value?.cellules ?? [];
  if (separateur !== ',') return cellules.length;
  return cellules.filter((c, i) => i === 0 || !/^\s/.test(texteDeCellule(c))).length;
}
