import type { DimensionFeuille, PlageGrille } from './modele';

/** Comment une insertion, une suppression ou un déplacement de lignes ou de colonnes bouge le reste. */
export interface Mouvement {
  readonly dimension: DimensionFeuille;
  /** Le nouvel intervalle, ou `null` : il n'en reste rien. */
  readonly intervalle: (debut: number, fin: number) => readonly [number, number] | null;
  /** L'ancien rang de ce qui est maintenant à ce rang ; `null` : neuf. */
  readonly origine: (rang: number) => number | null;
}

/** Une plage après le mouvement ; ses bornes ouvertes le restent. */
export function decalerPlage(p: PlageGrille, m: Mouvement): PlageGrille | null {
  const enLignes = m.dimension === 'ROWS';
  const debut = enLignes ? p.startRowIndex : p.startColumnIndex;
  const fin = enLignes ? p.endRowIndex : p.endColumnIndex;
  if (debut === undefined && fin === undefined) return p;
  const neuf = m.intervalle(debut ?? 0, fin ?? Infinity);
  if (!neuf) return null;
  const [d, f] = neuf;
  const bornes = {
    ...(debut === undefined ? {} : { debut: d }),
    ...(fin === undefined ? {} : { fin: f }),
  };
  return enLignes
    ? { ...p, ...renommer(bornes, 'startRowIndex', 'endRowIndex') }
    : { ...p, ...renommer(bornes, 'startColumnIndex', 'endColumnIndex') };
}

const renommer = (
  b: { debut?: number; fin?: number },
  debut: string,
  fin: string,
): PlageGrille => ({
  ...(b.debut === undefined ? {} : { [debut]: b.debut }),
  ...(b.fin === undefined ? {} : { [fin]: b.fin }),
});
