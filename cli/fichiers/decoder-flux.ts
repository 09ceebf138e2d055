import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { Encodage } from '../../src/import/source';

/** Les caractères d'un texte, morceau par morceau ; la marque (BOM) est ôtée. */
export function* decoderFlux(octets: Iterable<Buffer>, encodage: Encodage): Generator<string> {
  if (encodage === 'windows-1252') {
    for (const morceau of octets) yield decoderWindows1252(morceau);
    return;
  }
  const decodeur = iconv.getDecoder(encodage);
  for (const morceau of octets) yield decodeur.write(morceau);
  yield decodeur.end() ?? '';
}

/** Les caractères de windows-1252, par octet. */
const CARACTERES = Uint16Array.from({ length: 256 }, (_, octet) =>
  iconv.decode(Buffer.from([octet]), 'windows-1252').charCodeAt(0),
);

/** Sert à tous les morceaux. */
const commun = new Uint16Array(1 << 15);

/** Par une table, dix fois plus vite que morceau par morceau ; sans caractère propre, c'est Latin-1. */
function decoderWindows1252(octets: Buffer): string {
  const unites = octets.length <= commun.length ? commun : new Uint16Array(octets.length);
  let propres = 0;
  for (let i = 0; i < octets.length; i++) {
    const unite = CARACTERES[octets[i] as number] as number;
    unites[i] = unite;
    propres |= unite;
  }
  return propres < 256
    ? octets.toString('latin1')
    : Buffer.from(unites.buffer, 0, 2 * octets.length).toString('utf16le');
}

/** Tout le texte est de l'UTF-8 sans faute ; un caractère à cheval sur deux morceaux est recollé. */
export function sontUtf8(morceaux: Iterable<Buffer>): boolean {
  let reste = Buffer.alloc(0);
  for (const morceau of morceaux) {
    const octets = reste.length > 0 ? Buffer.concat([reste, morceau]) : morceau;
    const fin = finDesCaracteres(octets);
    if (!isUtf8(octets.subarray(0, fin))) return false;
    reste = Buffer.from(octets.subarray(fin));
  }
  return reste.length === 0;
}

/** Où commence le dernier caractère, s'il est coupé. */
function finDesCaracteres(octets: Buffer): number {
  for (let i = 1; i <= Math.min(3, octets.length); i++) {
    const octet = octets[octets.length - i] ?? 0;
    if (octet < 0x80) return octets.length;
    if (octet < 0xc0) continue;
    const longueur = octet >= 0xf0 ? 4 : octet >= 0xe0 ? 3 : 2;
    return longueur > i ? octets.length - i : octets.length;
  }
  return octets.length;
}
