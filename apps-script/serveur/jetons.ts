/** Trente-deux chiffres hexadécimaux au hasard : l'identité d'un panneau. */
export function jetonNeuf(): string {
  return Utilities.getUuid().replace(/-/g, '');
}

/** Seize chiffres : le jeton du classeur, changé à chaque écriture. */
export const jetonClasseur = (): string => jetonNeuf().slice(0, 16);

/** La forme d'un jeton de panneau ; tout autre texte vient d'ailleurs. */
export const estJeton = (texte: string): boolean => /^[0-9a-f]{32}$/.test(texte);
