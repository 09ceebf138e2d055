import type { Couleur, FormatCellule, FormatTexte } from '../../src/sheets-api/rest';
import type { Alignement } from '../formats';
import { PALETTE, POLICE } from '../palette';

/** `1F4E79` → la couleur de Google. */
export function couleur(rvb: string): Couleur {
  const part = (i: number): number => Number((parseInt(rvb.slice(i, i + 2), 16) / 255).toFixed(4));
  return { rgbColor: { red: part(0), green: part(2), blue: part(4) } };
}

export function police(rvb: string, options: FormatTexte = {}): FormatTexte {
  return {
    fontFamily: POLICE.nom,
    fontSize: POLICE.taille,
    foregroundColorStyle: couleur(rvb),
    ...options,
  };
}

const ALIGNEMENTS = { left: 'LEFT', center: 'CENTER', right: 'RIGHT' } as const;
export const aligner = (a: Alignement): FormatCellule => ({ horizontalAlignment: ALIGNEMENTS[a] });

export const filet = (rvb: string = PALETTE.filet) =>
  ({ style: 'SOLID', colorStyle: couleur(rvb) }) as const;

/** Largeur en caractères → pixels ; hauteur en points → pixels. */
export const pixelsDeLargeur = (caracteres: number): number => Math.round(caracteres * 7 + 5);
export const pixelsDeHauteur = (points: number): number => Math.round((points * 4) / 3);
