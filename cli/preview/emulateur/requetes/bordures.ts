import { transformer } from '../grille';
import type { Classeur } from '../modele';
import { resoudre } from '../plages';
import type { TypeGoogle } from '../schema/types';

/** Un côté non donné est laissé ; `style: NONE` l'efface. */
export function updateBorders(c: Classeur, r: TypeGoogle<'UpdateBordersRequest'>): object {
  const { feuille, rectangle: z } = resoudre(c, r.range);
  transformer(feuille, z, (cellule, ligne, colonne) => {
    const cotes = {
      top: ligne === z.ligne0 ? r.top : r.innerHorizontal,
      bottom: ligne === z.ligne1 - 1 ? r.bottom : r.innerHorizontal,
      left: colonne === z.colonne0 ? r.left : r.innerVertical,
      right: colonne === z.colonne1 - 1 ? r.right : r.innerVertical,
    };
    const donnes = Object.entries(cotes).filter(([, bord]) => bord !== undefined);
    if (donnes.length === 0) return cellule;
    const borders = Object.fromEntries(
      Object.entries({
        ...cellule?.userEnteredFormat?.borders,
        ...Object.fromEntries(donnes),
      }).filter(([, bord]) => bord?.style !== 'NONE'),
    );
    return { ...cellule, userEnteredFormat: { ...cellule?.userEnteredFormat, borders } };
  });
  return {};
}
