/** Largeur d'une colonne et hauteur d'une rangée dont le fichier ne dit rien. */
const CARACTERES = 8.43;
const POINTS = 15;

/** Largeur d'une colonne : des caractères aux pixels, comme un tableur. */
export const largeurPixels = (caracteres: number | null): number =>
  Math.round((caracteres ?? CARACTERES) * 7 + 5);

export const hauteurPixels = (points: number | null): number =>
  Math.round(((points ?? POINTS) * 4) / 3);

/** L'inverse : la largeur d'une colonne en caractères. */
export const caracteres = (pixels: number): number => (pixels - 5) / 7;
