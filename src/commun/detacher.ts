/**
 * Le même texte, détaché de celui dont il est un morceau : V8 garde en vie tout un texte tant que l'un
 * de ses morceaux sert. À retenir d'un fichier lu par blocs : des copies, jamais des morceaux.
 */
export function detacher(texte: string): string {
  return texte.length < 13 ? texte : ` ${texte}`.slice(1);
}
