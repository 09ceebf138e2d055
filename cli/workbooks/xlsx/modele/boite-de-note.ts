import type { AspectColonne } from '../../../../sheets-templates/onglet';

const LARGEUR = 250;
const PAR_LIGNE = 40;
const HAUTEUR_LIGNE = 15;
/** En-tête de 34 points, puis lignes par défaut, en pixels. */
const hauteur = (ligne: number): number => (ligne === 0 ? 45 : 17);

const pixels = (caracteres: number): number => Math.round(caracteres * 7 + 5);

/** Avance de `distance` pixels depuis le bord d'une case : sa case d'arrivée et le reste. */
function avancer(depart: number, distance: number, taille: (rang: number) => number) {
  let rang = depart;
  let reste = distance;
  while (reste >= taille(rang)) {
    reste -= taille(rang);
    rang += 1;
  }
  return [rang, reste] as const;
}

/** Ancre VML d'une note, assez grande pour son texte : gauche, haut, droite, bas et leurs reports. */
export function boiteDeNote(colonnes: readonly AspectColonne[], rang: number): number[] {
  const note = colonnes[rang]?.note ?? '';
  const lignes =
    1 + note.split('\n').reduce((n, t) => n + Math.max(1, Math.ceil(t.length / PAR_LIGNE)), 0);
  const largeur = (i: number): number => pixels(colonnes[i]?.largeur ?? 9);
  const [droite, reportDroite] = avancer(rang + 1, LARGEUR + 12, largeur);
  const [bas, reportBas] = avancer(0, lignes * HAUTEUR_LIGNE + 10, hauteur);
  return [rang + 1, 12, 0, 4, droite, reportDroite, bas, reportBas];
}
