import type { UnOctet } from './decoder-un-octet';

export const LF = 0x0a;
export const CR = 0x0d;

/** `é è à ç ê` dans chacun : des lettres, entre des lettres, ne sont lues ainsi que dans un seul. */
const LETTRES: readonly (readonly [UnOctet, readonly number[]])[] = [
  ['windows-1252', [0xe9, 0xe8, 0xe0, 0xe7, 0xea]],
  ['macintosh', [0x8e, 0x8f, 0x88, 0x8d, 0x90]],
  ['cp850', [0x82, 0x8a, 0x85, 0x87, 0x88]],
];

/** Des octets font ici un caractère français écrit en UTF-8 : `é`, `œ`, `€`, `’`… */
export function aDuFrancaisUtf8(octets: Buffer): boolean {
  for (const tete of [0xc2, 0xc3, 0xc5, 0xe2]) {
    for (let i = octets.indexOf(tete); i >= 0; i = octets.indexOf(tete, i + 1)) {
      const suivant = octets[i + 1] ?? 0;
      const complet = tete < 0xe0 || (suivant <= 0x84 && estSuite(octets[i + 2] ?? 0));
      if (estSuite(suivant) && complet) return true;
    }
  }
  return false;
}

const estSuite = (octet: number): boolean => (octet & 0xc0) === 0x80;

/** Mac ou DOS seulement s'ils sont seuls possibles : ses lettres sont là, aucune des autres. */
export function lettresDe(octets: Uint8Array): UnOctet {
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
export function lignesAccentuees(octets: Buffer): number {
  const finDeLigne = octets.includes(LF) ? LF : CR;
  let lignes = 0;
  for (let i = 0; i < octets.length; i++) {
    if ((octets[i] as number) < 0x80) continue;
    lignes += 1;
    const fin = octets.indexOf(finDeLigne, i);
    if (fin < 0) break;
    i = fin;
  }
  return lignes;
}
