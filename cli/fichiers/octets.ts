import type { Encodage } from '../../src/import/source';

/** Ce que des octets disent de leur encodage. */
export interface Examen {
  readonly ascii: boolean;
  /** UTF-8 de bout en bout. */
  readonly valide: boolean;
  /** Caractères français écrits en UTF-8 : `é`, `œ`, `€`, `’`… */
  readonly francaisUtf8: number;
  /** À défaut d'UTF-8, l'encodage d'un octet que désignent les lettres. */
  readonly unOctet: Encodage;
}

/** `é è à ç ê` dans chacun : des lettres, entre des lettres, ne sont lues ainsi que dans un seul. */
const LETTRES: readonly (readonly [Encodage, readonly number[]])[] = [
  ['windows-1252', [0xe9, 0xe8, 0xe0, 0xe7, 0xea]],
  ['macintosh', [0x8e, 0x8f, 0x88, 0x8d, 0x90]],
  ['cp850', [0x82, 0x8a, 0x85, 0x87, 0x88]],
];

/** Regarde des octets une seule fois. */
export function examiner(octets: Uint8Array): Examen {
  const fin = octets.length;
  let i = 0;
  while (i < fin && (octets[i] ?? 0) < 0x80) i += 1;
  if (i === fin) return { ascii: true, valide: true, francaisUtf8: 0, unOctet: 'windows-1252' };
  let valide = true;
  let francaisUtf8 = 0;
  while (i < fin) {
    const o = octets[i] ?? 0;
    if (o < 0x80) {
      i += 1;
      continue;
    }
    const longueur = sequence(octets, i);
    if (longueur === 0) {
      valide = false;
      i += 1;
      continue;
    }
    if (o <= 0xc3 || o === 0xc5 || (o === 0xe2 && (octets[i + 1] ?? 0) <= 0x84)) francaisUtf8 += 1;
    i += longueur;
  }
  return {
    ascii: false,
    valide,
    francaisUtf8,
    unOctet: valide ? 'windows-1252' : lettresDe(octets),
  };
}

const suite = (o: number | undefined): boolean => o !== undefined && (o & 0xc0) === 0x80;

/** Longueur de la séquence UTF-8 qui commence en `i` ; 0 si ce n'en est pas une. */
function sequence(octets: Uint8Array, i: number): number {
  const [o = 0, a = 0] = [octets[i], octets[i + 1]];
  if (o < 0xc2 || o > 0xf4 || !suite(a)) return 0;
  if (o < 0xe0) return 2;
  if (!suite(octets[i + 2])) return 0;
  if (o < 0xf0) {
    if (o === 0xe0 && a < 0xa0) return 0; // trop longue
    return o === 0xed && a >= 0xa0 ? 0 : 3; // demi-caractère
  }
  if (!suite(octets[i + 3])) return 0;
  if (o === 0xf0 && a < 0x90) return 0;
  return o === 0xf4 && a >= 0x90 ? 0 : 4;
}

/** Mac ou DOS seulement s'ils sont seuls possibles : ses lettres sont là, aucune des autres. */
function lettresDe(octets: Uint8Array): Encodage {
  const comptes = new Uint32Array(256);
  for (let i = 0; i < octets.length; i++) {
    const o = octets[i] ?? 0;
    if (o >= 0x80 && (estLettre(octets[i - 1]) || estLettre(octets[i + 1])))
      comptes[o] = (comptes[o] ?? 0) + 1;
  }
  const [windows, mac, dos] = LETTRES.map(([, codes]) => ({
    e: comptes[codes[0] ?? 0] ?? 0,
    toutes: codes.reduce((somme, c) => somme + (comptes[c] ?? 0), 0),
  }));
  if (!windows || !mac || !dos || windows.toutes > 0) return 'windows-1252';
  if (mac.e > 0 && mac.toutes > 1 && dos.e === 0) return 'macintosh';
  return dos.e > 0 && dos.toutes > 1 && mac.e === 0 ? 'cp850' : 'windows-1252';
}

function estLettre(o: number | undefined): boolean {
  return o !== undefined && ((o >= 0x41 && o <= 0x5a) || (o >= 0x61 && o <= 0x7a));
}

/** Combien de lignes ont un caractère accentué. */
export function lignesAccentuees(octets: Uint8Array): number {
  let lignes = 0;
  let vue = false;
  for (const o of octets) {
    if (o >= 0x80 && !vue) {
      vue = true;
      lignes += 1;
    } else if (o === 0x0a || o === 0x0d) vue = false;
  }
  return lignes;
}
