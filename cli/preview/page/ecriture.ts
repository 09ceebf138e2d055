import type { ICellData, Nullable } from '@univerjs/core';

/** Ce que porte une écriture de la grille : des cellules, par ligne puis par rang. */
export interface Ecriture {
  readonly subUnitId: string;
  readonly cellValue?: Readonly<Record<string, Readonly<Record<string, Nullable<ICellData>>>>>;
}

/** Une écriture qui ne fait que changer l'aspect : gras, couleur… */
export const nEstQueStyle = ({ cellValue }: Ecriture): boolean =>
  Object.values(cellValue ?? {})
    .flatMap((rangee) => Object.values(rangee))
    .every((c) => c && Object.keys(c).every((cle) => cle === 's' || cle === 'custom'));

/** Le plus long texte d'une écriture. */
export const longueurDe = ({ cellValue }: Ecriture): number =>
  Object.values(cellValue ?? {})
    .flatMap((rangee) => Object.values(rangee))
    .reduce((max, c) => Math.max(max, (c?.p?.body?.dataStream ?? String(c?.v ?? '')).length), 0);
