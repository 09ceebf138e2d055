import type { Boite } from './adresse';

/**
 * En-têtes d'un message (RFC 5322) : ce que mimetext ne fait pas, plier les lignes et couper les mots
 * encodés (RFC 2047 : 75 caractères au plus, jamais au milieu d'un caractère). Voir docs/decisions/002-mime.md.
 */

/** Une ligne d'en-tête portant un mot encodé ne dépasse pas 76 caractères. */
const LARGEUR = 76;
const MOT_ENCODE = 75;
const HABILLAGE = '=?utf-8?B??='.length;
const PLI = '\r\n ';

/** Remplace ce qu'aucun en-tête ne doit contenir (CR, LF, NUL, commandes) et les demi-caractères. */
export function neutraliser(texte: string): string {
  return bienForme(texte)
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .trim();
}

/** Un demi-caractère (paire de substitution coupée) devient U+FFFD, comme partout ailleurs. */
export function bienForme(texte: string): string {
  return texte.replace(/\p{Cs}/gu, '\ufffd');
}

function octetsUtf8(caractere: string): number {
  const code = caractere.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}

/** Octets UTF-8 qui tiennent dans un mot encodé de `largeur` caractères (4 caractères pour 3 octets). */
const capacite = (largeur: number): number => Math.floor((largeur - HABILLAGE) / 4) * 3;

function motsEncodes(texte: string, colonne: number, base64: (t: string) => string): string {
  const mots: string[] = [];
  let mot = '';
  let octets = 0;
  let place = capacite(Math.min(MOT_ENCODE, LARGEUR - colonne));
  for (const caractere of texte) {
    const taille = octetsUtf8(caractere);
    if (octets + taille > place) {
      mots.push(mot);
      mot = '';
      octets = 0;
      place = capacite(MOT_ENCODE);
    }
    mot += caractere;
    octets += taille;
  }
  return [...mots, mot].map((m) => (m === '' ? '' : `=?utf-8?B?${base64(m)}?=`)).join(PLI);
}

/** Un texte d'une ligne : tel quel s'il est ASCII, court et sans ambiguïté, encodé sinon. */
export function formatTexteEnTete(
  nom: string,
  texte: string,
  base64: (texte: string) => string,
): string {
  const colonne = nom.length + 2;
  const tient = colonne + texte.length <= LARGEUR;
  if (tient && /^[\x20-\x7e]*$/.test(texte) && !texte.includes('=?')) return texte;
  return motsEncodes(texte, colonne, base64);
}

/** `Nom <adresse>`, pliée ; `colonne` est la place déjà prise sur la ligne. */
function formatBoite(
  { nom, adresse }: Boite,
  colonne: number,
  base64: (texte: string) => string,
): string {
  if (nom === '') return adresse;
  const simple = /^[A-Za-z0-9-]+(?: [A-Za-z0-9-]+)*$/.test(nom);
  const affiche =
    simple && colonne + nom.length <= LARGEUR ? nom : motsEncodes(nom, colonne, base64);
  const derniereLigne = affiche.slice(affiche.lastIndexOf('\n') + 1);
  const debut = affiche.includes('\n') ? 0 : colonne;
  const tient = debut + derniereLigne.length + adresse.length + 3 <= LARGEUR;
  return `${affiche}${tient ? ' ' : PLI}<${adresse}>`;
}

/** Une boîte par ligne : `a@exemple.fr,` puis la suivante. */
export function formatBoites(
  nom: string,
  boites: readonly Boite[],
  base64: (texte: string) => string,
): string {
  return boites.map((b, i) => formatBoite(b, i === 0 ? nom.length + 2 : 1, base64)).join(`,${PLI}`);
}
