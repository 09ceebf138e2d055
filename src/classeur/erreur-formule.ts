/** Ce qu'un tableur met à la place d'une valeur qu'il n'a pas pu calculer. */
const ERREUR =
  /^#(?:N\/A|REF!|VALUE!|VALEUR!|DIV\/0!|NAME\?|NOM\?|NUM!|NOMBRE!|NULL!|NUL!|ERROR!|ERREUR!)$/;

export function estErreurDeFormule(texte: string): boolean {
  return texte.startsWith('#') && ERREUR.test(texte);
}
