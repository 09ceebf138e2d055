/** Un chemin à recopier dans un terminal : entre guillemets s'il a des espaces ou des signes spéciaux. */
export function citerArgument(texte: string): string {
  if (/^[\p{L}\p{N}_./:\\@%+=,~-][\p{L}\p{N}_./:\\@%+=,~#-]*$/u.test(texte)) return texte;
  return `"${texte.replace(/(["$`])/g, '\\$1')}"`;
}
