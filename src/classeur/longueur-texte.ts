import { probleme, type Probleme } from '../messages/probleme';

/** La plus longue chaîne qu'une cellule contient, dans tous les tableurs. */
export const MAX_TEXTE = 32_767;

/** Un texte tapé qui ne tiendrait pas dans sa cellule. */
export function texteTropLong(colonne: string, texte: string | null | undefined): Probleme[] {
  const longueur = texte?.length ?? 0;
  return longueur > MAX_TEXTE ? [probleme('VALEUR_TROP_LONGUE', { colonne, longueur })] : [];
}
