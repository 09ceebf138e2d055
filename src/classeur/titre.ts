/** Le titre que portent les propriétés d'un classeur entier, dans le fichier. */
export const TITRE_CLASSEUR = 'Suivi commercial';
