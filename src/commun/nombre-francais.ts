const VIRGULE = 44;
const POINT = 46;
const EURO = 0x20ac;
/** Par nombre de décimales. */
const DIVISEURS = [1, 10, 100] as const;

/** Celles des milliers : ordinaire, insécable, fine insécable. */
export const estEspace = (c: number): boolean => c === 0x20 || c === 0xa0 || c === 0x202f;

/**
 * `1234`, `1 234,50 €`, `-12,5`, `12.50` : les montants d'un tableur français, lus d'un trait.
 * `undefined` pour tout le reste, qui demande plus de soin.
 */
export function lireNombreFrancais(texte: string, decimal?: ',' | '.'): number | undefined {
  const autre = decimal === undefined ? 0 : decimal === ',' ? POINT : VIRGULE;
  let entier = 0;
  let chiffres = 0;
  /** Chiffres depuis la dernière espace ; -1 : pas encore d'espace. */
  let groupe = -1;
  let decimales = -1;
  let i = texte.charCodeAt(0) === 45 ? 1 : 0;
  const negatif = i === 1;
  for (; i < texte.length; i++) {
    const c = texte.charCodeAt(i);
    if (c >= 48 && c <= 57) {
      entier = entier * 10 + c - 48;
      chiffres++;
      if (decimales >= 0) decimales++;
      else if (groupe >= 0) groupe++;
    } else if (c === VIRGULE || c === POINT) {
      if (c === autre || decimales >= 0 || (groupe >= 0 && groupe !== 3)) return undefined;
      decimales = 0;
    } else if (estEspace(c) && decimales < 0) {
      if (texte.charCodeAt(i + 1) === EURO) break;
      if (groupe >= 0 ? groupe !== 3 : chiffres === 0 || chiffres > 3) return undefined;
      groupe = 0;
    } else break;
  }
  if (i < texte.length && estEspace(texte.charCodeAt(i))) i++;
  if (i < texte.length && (i !== texte.length - 1 || texte.charCodeAt(i) !== EURO))
    return undefined;
  if (chiffres === 0 || chiffres > 15 || decimales === 0 || decimales > 2) return undefined;
  if (groupe >= 0 && groupe !== 3 && decimales < 0) return undefined;
  const valeur = entier / (DIVISEURS[decimales < 0 ? 0 : decimales] as number);
  return negatif && valeur !== 0 ? -valeur : valeur;
}
