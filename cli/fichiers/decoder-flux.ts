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

/** Les caractères des octets 0x80 à 0x9f ; les autres sont ceux de Latin-1. */
const PROPRES = iconv.decode(Buffer.from(Array.from({ length: 32 }, (_, i) => 128 + i)), 'cp1252');

/** Latin-1 se lit d'un bloc, cinq fois plus vite que par une table : restent 32 caractères à rendre. */
function decoderWindows1252(octets: Buffer): string {
  return octets
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (c) => PROPRES.charAt(c.charCodeAt(0) - 128));
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
