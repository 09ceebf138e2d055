import iconv from 'iconv-lite';
import type { Encodage } from '../../src/import/source';
import { sontUtf8 } from './decoder-flux';

/**
 * Décode un texte : par sa marque (BOM), sinon UTF-8 s'il est valide, sinon windows-1252. iconv-lite
 * et non TextDecoder, qui sous Node 20 perd `€ ’ œ` de windows-1252.
 */
export function decoder(octets: Buffer): { texte: string; encodage: Encodage } {
  const encodage = encodageDe(octets, () => [octets]);
  return { texte: iconv.decode(octets, encodage), encodage }; // la marque est ôtée
}

/** Encode un texte à écrire, avec la marque qu'Excel attend en UTF-8 et en UTF-16. */
export function encoder(texte: string, encodage: Encodage): Buffer {
  return iconv.encode(texte, encodage, { addBOM: encodage !== 'windows-1252' });
}

/** D'après les premiers octets, puis, sans marque, tous ceux du fichier. */
export function encodageDe(debut: Buffer, tous: () => Iterable<Buffer>): Encodage {
  if (debut[0] === 0xff && debut[1] === 0xfe) return 'utf-16le';
  if (debut[0] === 0xfe && debut[1] === 0xff) return 'utf-16be';
  return sontUtf8(tous()) ? 'utf-8' : 'windows-1252';
}

/** Un octet nul hors UTF-16, ou trop de caractères de contrôle : ce n'est pas du texte. */
export function estBinaire(octets: Buffer): boolean {
  if ((octets[0] === 0xff && octets[1] === 0xfe) || (octets[0] === 0xfe && octets[1] === 0xff)) {
    return false;
  }
  const debut = octets.subarray(0, 65_536);
  if (debut.includes(0)) return true;
  let controles = 0;
  for (const o of debut) if (o < 9 || (o > 13 && o < 32)) controles += 1;
  return controles > debut.length / 100;
}
