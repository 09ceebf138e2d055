import type { AspectColonne } from './onglet';

const POINTS_PAR_LIGNE = 13;
const MARGE = 3;
/** Une largeur de 1 est celle d'un chiffre ; les lettres d'un texte français sont plus étroites. */
const LETTRES_PAR_UNITE = 1.2;
/** Marges et retrait de la cellule, et un peu d'avance : mieux vaut une ligne de trop que coupée. */
const RETRAIT = 4;

/** Lignes que prend un paragraphe, coupé entre ses mots ; un mot trop long se coupe aussi. */
function lignesDuParagraphe(paragraphe: string, place: number): number {
  if (paragraphe.length <= place) return 1;
  let lignes = 1;
  let prise = 0;
  for (const mot of paragraphe.split(' ')) {
    if (prise > 0 && prise + 1 + mot.length > place) {
      lignes += 1;
      prise = 0;
    }
    prise += (prise > 0 ? 1 : 0) + mot.length;
    while (prise > place) {
      lignes += 1;
      prise -= place;
    }
  }
  return lignes;
}

/** Lignes que prend un texte replié dans une colonne de cette largeur (en caractères). */
export function lignesRepliees(texte: string, largeur: number): number {
  const place = Math.max(1, Math.floor((largeur - RETRAIT) * LETTRES_PAR_UNITE));
  if (texte.length <= place && !texte.includes('\n')) return 1;
  return texte.split('\n').reduce((total, p) => total + lignesDuParagraphe(p, place), 0);
}

/** Hauteur, en points, d'une rangée de plusieurs lignes de texte ; un tableur n'en montre pas plus de 409. */
export const hauteurDe = (lignes: number): number =>
  Math.min(409, lignes * POINTS_PAR_LIGNE + MARGE);

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
    lignes = Math.max(lignes, lignesRepliees(texte(colonne) ?? '', colonne.largeur));
  }
  return lignes === 1 ? null : hauteurDe(lignes);
}
