import type { ICellData, IRange } from '@univerjs/core';
import type { ChangementsVus, OngletVu } from '../protocole';
import { contenuUniver } from './classeur-univer';
import { idOnglet } from './identifiants';

export const ECRIRE = 'sheet.mutation.set-range-values';
const HAUTEURS = 'sheet.mutation.set-worksheet-row-height';

/** Une plage dont ce qui dépend est à recalculer. */
export interface PlageSale {
  readonly unitId: string;
  readonly sheetId: string;
  readonly range: IRange;
}

/** Un ordre donné à la grille, et les cellules dont il change le contenu. */
export interface Mutation {
  readonly id: string;
  readonly params: object;
  readonly sales: readonly PlageSale[];
}

const plage = (ligne: number, colonne: number, fin: number): IRange => ({
  ...{ startRow: ligne - 1, endRow: ligne - 1 },
  ...{ startColumn: colonne, endColumn: fin },
});

/**
 * Des contenus venus du serveur, en ordres pour la grille ; `null` si elle n'a pas la place : il faut
 * la remontrer.
 */
export function mutationsDe(
  { onglet, cellules, hauteurs }: ChangementsVus,
  onglets: readonly OngletVu[],
  unitId: string,
): Mutation[] | null {
  const rang = onglets.findIndex((o) => o.nom === onglet);
  const vu = onglets[rang];
  if (!vu || cellules.some(([l, r]) => l > vu.lignes || r >= vu.colonnes.length)) return null;
  const subUnitId = idOnglet(rang);
  const cellValue: Record<number, Record<number, ICellData>> = {};
  for (const [ligne, colonne, valeur, formule, format] of cellules) {
    (cellValue[ligne - 1] ??= {})[colonne] = {
      ...contenuUniver(valeur, formule ?? undefined),
      p: null,
      ...(formule === null ? { f: null, si: null } : {}),
      ...(format === null ? {} : { s: { n: { pattern: format } } }),
    };
  }
  const sales = cellules.map(([l, c]) => ({ unitId, sheetId: subUnitId, range: plage(l, c, c) }));
  const rowHeight = Object.fromEntries(hauteurs.map(([ligne, h]) => [ligne - 1, h]));
  const ranges = hauteurs.map(([ligne]) => plage(ligne, 0, vu.colonnes.length - 1));
  return [
    { id: ECRIRE, params: { unitId, subUnitId, cellValue }, sales },
    ...(ranges.length > 0
      ? [{ id: HAUTEURS, params: { unitId, subUnitId, ranges, rowHeight }, sales: [] }]
      : []),
  ];
}
