import { invalide } from '../erreur-api';
import { poserRangee } from '../grille';
import type { Classeur } from '../modele';
import { resoudre } from '../plages';
import type { TypeGoogle } from '../schema/types';

/** Les cellules qui suivent remontent (ou reviennent à gauche) dans les mêmes colonnes (lignes). */
export function deleteRange(c: Classeur, r: TypeGoogle<'DeleteRangeRequest'>): object {
  const { feuille: f, rectangle: z } = resoudre(c, r.range);
  if (r.shiftDimension === undefined) throw invalide('shiftDimension must be specified.');
  if (r.shiftDimension === 'COLUMNS') {
    for (let ligne = z.ligne0; ligne < Math.min(z.ligne1, f.rangees.length); ligne += 1) {
      const rangee = f.rangees[ligne] ?? [];
      poserRangee(f, ligne, [...rangee.slice(0, z.colonne0), ...rangee.slice(z.colonne1)]);
    }
    return {};
  }
  const hauteur = z.ligne1 - z.ligne0;
  const avant = f.rangees.slice();
  for (let ligne = z.ligne0; ligne < avant.length; ligne += 1) {
    const rangee = Array.from(avant[ligne] ?? [], (x) => x);
    const dessous = avant[ligne + hauteur] ?? [];
    while (rangee.length < z.colonne1) rangee.push(undefined);
    for (let col = z.colonne0; col < z.colonne1; col += 1) rangee[col] = dessous[col];
    poserRangee(f, ligne, rangee);
  }
  return {};
}
