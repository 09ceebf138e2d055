import type { ICellData, IRange } from '@univerjs/core';
import type { ChangementsVus, OngletVu } from '../protocole';
import { contenuUniver } from './classeur-univer';
import { idOnglet } from './identifiants';

export const ECRIRE = 'sheet.mutation.set-range-values';
const HAUTEURS = 'sheet.mutation.set-worksheet-row-height';

/** Un ordre donné à la grille. */
export interface Mutation {
  readonly id: string;
  readonly params: object;
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
  const rowHeight = Object.fromEntries(hauteurs.map(([ligne, h]) => [ligne - 1, h]));
  const ranges = hauteurs.map(([ligne]) => plage(ligne, 0, vu.colonnes.length - 1));
  return [
    { id: ECRIRE, params: { unitId, subUnitId, cellValue } },
    ...(ranges.length > 0
      ? [{ id: HAUTEURS, params: { unitId, subUnitId, ranges, rowHeight } }]
      : []),
  ];
}
