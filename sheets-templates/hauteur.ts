import type { AspectColonne } from './onglet';

const POINTS_PAR_LIGNE = 13;
const MARGE = 3;
/** Une largeur de 1 est celle d'un chiffre ; les lettres d'un texte français sont plus étroites. */
const LETTRES_PAR_UNITE = 1.15;

function lignesDe(texte: string, largeur: number): number {
  return texte
    .split('\n')
    .reduce((total, ligne) => total + Math.max(1, Math.ceil(ligne.length / largeur)), 0);
}

/**
 * Hauteur, en points, qui montre tout le texte renvoyé à la ligne ; `null` si une ligne suffit (la
 * hauteur par défaut). LibreOffice n'ajuste pas les hauteurs à l'ouverture : il faut les écrire.
 */
export function hauteurEstimee<C extends Pick<AspectColonne, 'largeur' | 'retourALaLigne'>>(
  colonnes: readonly C[],
  texte: (colonne: C) => string | null,
): number | null {
  let lignes = 1;
  for (const colonne of colonnes) {
    if (!colonne.retourALaLigne) continue;
    lignes = Math.max(
      lignes,
      lignesDe(texte(colonne) ?? '', (colonne.largeur - 2) * LETTRES_PAR_UNITE),
    );
  }
  return lignes === 1 ? null : lignes * POINTS_PAR_LIGNE + MARGE;
}
