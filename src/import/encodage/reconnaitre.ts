import type { UnOctet } from './un-octet';

/** Reconnaître l'encodage d'un texte à ses octets : la commande et la page le font de même. */

export const LF = 0x0a;
export const CR = 0x0d;

/** `é è à ç ê` dans chacun : des lettres, entre des lettres, ne sont lues ainsi que dans un seul. */
const LETTRES: Readonly<Record<UnOctet, readonly number[]>> = {
  'windows-1252': [0xe9, 0xe8, 0xe0, 0xe7, 0xea],
  macintosh: [0x8e, 0x8f, 0x88, 0x8d, 0x90],
  cp850: [0x82, 0x8a, 0x85, 0x87, 0x88],
};

/** Le premier octet de `é` et des siens (U+00A0 à U+00FF), de `œ` et `Ÿ`, de `’ “ … €`. */
const TETES = [0xc2, 0xc3, 0xc5, 0xe2];

/** Un caractère français y est écrit en UTF-8. */
export function aDuFrancaisUtf8(octets: Uint8Array): boolean {
  return TETES.some((tete) => {
    for (let i = octets.indexOf(tete); i >= 0; i = octets.indexOf(tete, i + 1)) {
      const [a = 0, b = 0] = [octets[i + 1], octets[i + 2]];
      if (suit(a) && (tete < 0xe0 || (a <= 0x84 && suit(b)))) return true;
    }
    return false;
  });
}

const suit = (o: number): boolean => (o & 0xc0) === 0x80;

/** Assez de lettres accentuées pour juger de leur encodage. */
const LETTRES_VUES = 5000;

/** Mac ou DOS ne l'emportent que si leurs lettres sont tant de fois plus nombreuses. */
const AVANCE = 3;

/** À défaut d'UTF-8, l'encodage d'un octet que désignent les lettres ; dans le doute, celui de Windows. */
export function encodageDesLettres(octets: Uint8Array): UnOctet {
  const comptes = new Uint32Array(256);
  for (let i = 0, vues = 0; i < octets.length && vues < LETTRES_VUES; i++) {
    const o = octets[i] ?? 0;
    if (o < 0x80 || !(estLettre(octets[i - 1]) || estLettre(octets[i + 1]))) continue;
    comptes[o] = (comptes[o] ?? 0) + 1;
    vues += 1;
  }
  const somme = (codes: readonly number[]): number =>
    codes.reduce((n, o) => n + (comptes[o] ?? 0), 0);
  // Une majuscule de l'un (« È », « Ç ») est une minuscule de l'autre : la plupart des lettres décident.
  const emporte = (encodage: UnOctet): boolean => {
    const siennes = LETTRES[encodage];
    const nombre = somme(siennes);
    const autres = Object.values(LETTRES)
      .flat()
      .filter((o) => !siennes.includes(o));
    return somme(siennes.slice(0, 1)) > 0 && nombre > 1 && nombre >= AVANCE * somme(autres);
  };
  if (emporte('macintosh')) return 'macintosh';
  return emporte('cp850') ? 'cp850' : 'windows-1252';
}

function estLettre(o: number | undefined): boolean {
  return o !== undefined && ((o >= 0x41 && o <= 0x5a) || (o >= 0x61 && o <= 0x7a));
}

/** Les lignes, leur fin comprise. */
export function separer<O extends Uint8Array>(octets: O): O[] {
  const fin = octets.includes(LF) ? LF : CR;
  const lignes: O[] = [];
  for (let debut = 0; debut < octets.length;) {
    const suivante = octets.indexOf(fin, debut) + 1 || octets.length;
    lignes.push(octets.subarray(debut, suivante) as O);
    debut = suivante;
  }
  return lignes;
}

/** UTF-16, à sa marque, ou sans elle à ses octets nuls, un sur deux. */
export function utf16(octets: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  if (octets[0] === 0xff && octets[1] === 0xfe) return 'utf-16le';
  if (octets[0] === 0xfe && octets[1] === 0xff) return 'utf-16be';
  const nuls: [number, number] = [0, 0];
  const fin = Math.min(octets.length, 4096) & ~1;
  for (let i = 0; i < fin; i++) if (octets[i] === 0) nuls[i & 1 ? 1 : 0] += 1;
  const [pairs, impairs] = nuls;
  if (impairs > fin / 6 && pairs <= fin / 100) return 'utf-16le';
  return pairs > fin / 6 && impairs <= fin / 100 ? 'utf-16be' : null;
}

/** Un octet nul hors UTF-16, ou trop de caractères de contrôle : ce n'est pas du texte. */
export function estBinaire(octets: Uint8Array): boolean {
  if (utf16(octets) !== null) return false;
  const debut = octets.subarray(0, 65_536);
  if (debut.includes(0)) return true;
  let controles = 0;
  for (const o of debut) if (o < 9 || (o > 13 && o < 32)) controles += 1;
  return controles > debut.length / 100;
}
