import type { AspectColonne } from './onglet';

const POINTS_PAR_LIGNE = 13;
const MARGE = 3;
/** Marges et retrait de la cellule. */
const RETRAIT = 2.5;
/** Une règle peut mettre toute une rangée en gras, un peu plus large. */
const GRAS = 26 / 25;

/** Largeur des lettres d'Arial, en chiffres (l'unité des largeurs de colonne) ; 1 pour les autres. */
const LETTRES = [
  [0.45, "ijl’'|.,:;!"],
  [0.55, ' ft/I-()[]\u00A0\u202F'],
  [0.65, 'r'],
  [0.9, 'ckszvxyJ'],
  [1.25, 'wABCDEGHKNOPQRSUVXYÀÉÈ'],
  [1.6, 'mMW%@œ…'],
] as const;
/** Par code de caractère ; un tableau, car chaque texte écrit se mesure. */
const LARGEURS: number[] = Array.from({ length: 0x20_50 }, () => 1);
for (const [largeur, lettres] of LETTRES) {
  for (let i = 0; i < lettres.length; i++) LARGEURS[lettres.charCodeAt(i)] = largeur;
}
const PLUS_LARGE = 1.6;
const ESPACE = 0.55;

function mesurer(texte: string): number {
  let largeur = 0;
  for (let i = 0; i < texte.length; i++) largeur += LARGEURS[texte.charCodeAt(i)] ?? 1;
  return largeur;
}

/** Lignes que prend un paragraphe, coupé entre ses mots ; un mot trop long se coupe aussi. */
function lignesDuParagraphe(paragraphe: string, place: number): number {
  let lignes = 1;
  let prise = 0;
  for (const mot of paragraphe.split(' ')) {
    const largeur = mesurer(mot);
    if (prise > 0 && prise + ESPACE + largeur > place) {
      lignes += 1;
      prise = 0;
    }
    prise += (prise > 0 ? ESPACE : 0) + largeur;
    while (prise > place) {
      lignes += 1;
      prise -= place;
    }
  }
  return lignes;
}

/** Lignes que prend un texte replié dans une colonne de cette largeur (en caractères). */
export function lignesRepliees(texte: string, largeur: number): number {
  const place = Math.max(1, (largeur - RETRAIT) / GRAS);
  if (texte.length * PLUS_LARGE <= place && !texte.includes('\n')) return 1;
  if (!texte.includes('\n') && mesurer(texte) <= place) return 1;
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
