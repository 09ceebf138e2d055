/** Les 9 ou 14 chiffres d'un SIREN ou SIRET ; `null` si ce n'en est pas un. */
export function chiffresSiret(texte: string | null): string | null {
  const chiffres = (texte ?? '').replace(/\D/g, '');
  return chiffres.length === 9 || chiffres.length === 14 ? chiffres : null;
}

/** `nouveau` ne dit rien de plus que `connu` : les mêmes chiffres, ou le SIREN de ce SIRET. */
export function siretDejaDit(connu: string | null, nouveau: string): boolean {
  const chiffres = chiffresSiret(nouveau);
  return chiffres !== null && (chiffresSiret(connu) ?? '').startsWith(chiffres);
}
