import { caracteresDe, type UnOctet } from './un-octet';

/** Ce qui reste d'un caractère quand la fin du fichier manque. */
const COUPE = '\ufffd';

/**
 * Une ligne écrite en UTF-8, où des octets n'en sont pas : ceux-là seuls sont lus dans l'encodage d'un
 * octet. Au bout du fichier, le début d'un caractère n'en est aucun.
 */
export function lireLigneMelee(
  octets: Uint8Array,
  autre: UnOctet,
): { readonly texte: string; readonly melee: boolean } {
  const caracteres = caracteresDe(autre);
  let texte = '';
  let melee = false;
  for (let i = 0; i < octets.length;) {
    const o = octets[i] as number;
    const longueur = longueurUtf8(o);
    const lu = longueur > 1 ? lireUtf8(octets, i, longueur) : null;
    if (lu !== null) {
      texte += String.fromCodePoint(lu);
      i += longueur;
    } else if (longueur > 1 && estCoupe(octets, i, longueur)) {
      texte += COUPE;
      i = octets.length;
    } else {
      texte += String.fromCharCode(caracteres[o] as number);
      melee ||= o >= 0x80;
      i++;
    }
  }
  return { texte, melee };
}

/** Octets d'un caractère UTF-8, à son premier ; 1 : il n'en commence pas de plus long. */
function longueurUtf8(o: number): number {
  if (o >= 0xc2 && o <= 0xdf) return 2;
  if (o >= 0xe0 && o <= 0xef) return 3;
  return o >= 0xf0 && o <= 0xf4 ? 4 : 1;
}

/** Le premier caractère qu'écrivent 2, 3, 4 octets ; d'avant lui, c'est écrit trop long. */
const PREMIERS: Readonly<Record<number, number>> = { 2: 0x80, 3: 0x800, 4: 0x10000 };

const estSuite = (o: number | undefined): boolean => o !== undefined && (o & 0xc0) === 0x80;

/** Le caractère écrit ici ; `null` si ce n'en est pas un. */
function lireUtf8(octets: Uint8Array, debut: number, longueur: number): number | null {
  let code = (octets[debut] as number) & (0xff >> (longueur + 1));
  for (let i = 1; i < longueur; i++) {
    const o = octets[debut + i];
    if (!estSuite(o)) return null;
    code = (code << 6) | ((o as number) & 0x3f);
  }
  const court = code < (PREMIERS[longueur] ?? 0);
  return court || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? null : code;
}

/** Le fichier finit au milieu d'un caractère, si c'est de l'UTF-8. */
export function finitCoupe(octets: Uint8Array): boolean {
  for (let i = octets.length - 1; i >= Math.max(0, octets.length - 3); i--) {
    const longueur = longueurUtf8(octets[i] as number);
    if (longueur > 1) return estCoupe(octets, i, longueur);
  }
  return false;
}

/** Le fichier finit avant lui. */
function estCoupe(octets: Uint8Array, debut: number, longueur: number): boolean {
  if (debut + longueur <= octets.length) return false;
  return octets.subarray(debut + 1).every(estSuite);
}
