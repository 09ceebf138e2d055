import type { UnOctet } from './decoder-un-octet';

export const LF = 0x0a;
export const CR = 0x0d;

/** Ce que disent des octets qui ne sont pas de l'UTF-8 de bout en bout. */
interface Examen {
  /** Ils contiennent pourtant un caractère français en UTF-8 : `é`, `œ`, `€`, `’`… */
  readonly francaisUtf8: boolean;
  /** Lignes qui ont un caractère accentué. */
  readonly lignesAccentuees: number;
}

/** `é è à ç ê` dans chacun : des lettres, entre des lettres, ne sont lues ainsi que dans un seul. */
const LETTRES: readonly (readonly [UnOctet, readonly number[]])[] = [
  ['windows-1252', [0xe9, 0xe8, 0xe0, 0xe7, 0xea]],
  ['macintosh', [0x8e, 0x8f, 0x88, 0x8d, 0x90]],
  ['cp850', [0x82, 0x8a, 0x85, 0x87, 0x88]],
];

/** Regarde des octets une seule fois : un gros fichier n'est parcouru qu'ici. */
export function examiner(octets: Buffer): Examen {
  const fin = octets.length;
  const bout = octets.includes(LF) ? LF : CR;
  let francaisUtf8 = false;
  let lignesAccentuees = 0;
  let finDeLigne = -1;
  for (let i = 0; i < fin; i++) {
    const o = octets[i] as number;
    if (o < 0x80) continue;
    if (i > finDeLigne) {
      const suivante = octets.indexOf(bout, i);
      lignesAccentuees += 1;
      finDeLigne = suivante < 0 ? fin : suivante;
    }
    francaisUtf8 ||= estFrancais(o, octets[i + 1], octets[i + 2]);
  }
  return { francaisUtf8, lignesAccentuees };
}

const suit = (o: number | undefined): boolean => o !== undefined && (o & 0xc0) === 0x80;

/** `é` et les siens (U+00A0 à U+00FF), `œ` et `Ÿ`, ou `’ “ … €` : le français écrit en UTF-8. */
function estFrancais(o: number, a: number | undefined, b: number | undefined): boolean {
  if (o === 0xc2 || o === 0xc3 || o === 0xc5) return suit(a);
  return o === 0xe2 && suit(a) && suit(b) && (a ?? 0xff) <= 0x84;
}

/** Assez de lettres accentuées pour juger de leur encodage. */
const LETTRES_VUES = 5000;

/**
 * À défaut d'UTF-8, l'encodage d'un octet que désignent les lettres : Mac ou DOS seulement s'ils sont
 * seuls possibles (leurs lettres sont là, aucune des autres).
 */
export function encodageDesLettres(octets: Uint8Array): UnOctet {
  const comptes = new Uint32Array(256);
  for (let i = 0, vues = 0; i < octets.length && vues < LETTRES_VUES; i++) {
    const o = octets[i] ?? 0;
    if (o < 0x80 || !(estLettre(octets[i - 1]) || estLettre(octets[i + 1]))) continue;
    comptes[o] = (comptes[o] ?? 0) + 1;
    vues += 1;
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
