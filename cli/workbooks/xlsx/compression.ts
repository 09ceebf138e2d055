import { gunzipSync, gzipSync } from 'node:zlib';

/**
 * Deflate et CRC-32 d'un seul passage natif : un flux gzip porte les deux (en-tête de 10 octets,
 * deflate brut, CRC-32, taille). Un zip range ces mêmes morceaux ailleurs.
 */
const EN_TETE_GZIP = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255]);

/** 4 : le fichier est 10 % plus gros qu'à 6, pour deux fois moins de calcul. */
export const NIVEAU = 4;

export interface Comprime {
  readonly donnees: Buffer;
  readonly crc: number;
  readonly taille: number;
}

export function comprimer(octets: Uint8Array): Comprime {
  const gz = gzipSync(octets, { level: NIVEAU });
  return {
    donnees: gz.subarray(10, -8),
    crc: gz.readUInt32LE(gz.length - 8),
    taille: octets.length,
  };
}

/** Rend les octets d'origine. Lève une erreur si le CRC ou la taille ne sont pas ceux annoncés. */
export function decomprimer(c: Comprime): Buffer {
  const fin = Buffer.alloc(8);
  fin.writeUInt32LE(c.crc, 0);
  fin.writeUInt32LE(c.taille, 4);
  return gunzipSync(Buffer.concat([EN_TETE_GZIP, c.donnees, fin]), {
    maxOutputLength: Math.max(c.taille, 1),
  });
}
