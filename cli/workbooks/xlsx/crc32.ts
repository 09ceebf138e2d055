import * as zlib from 'node:zlib';

const TABLE = Int32Array.from({ length: 256 }, (_, octet) => {
  let reste = octet;
  for (let bit = 0; bit < 8; bit++) reste = reste & 1 ? (reste >>> 1) ^ 0xedb88320 : reste >>> 1;
  return reste;
});

/** Le CRC-32 de zip, continué depuis `avant`. */
export function crcParTable(octets: Uint8Array, avant = 0): number {
  let crc = ~avant;
  for (let i = 0; i < octets.length; i++) {
    crc = (crc >>> 8) ^ (TABLE[(crc ^ (octets[i] as number)) & 0xff] as number);
  }
  return ~crc >>> 0;
}

/** Celui de zlib, natif, à partir de Node 20.15. */
export const crc32: (octets: Uint8Array, avant?: number) => number =
  typeof zlib.crc32 === 'function' ? zlib.crc32 : crcParTable;
