import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { Zip, type ZipInputFile } from 'fflate';
import { NIVEAU } from './compression';

const EN_TETE_GZIP = 10;
const FIN_GZIP = 8;

/**
 * Un zip écrit partie par partie, en mémoire constante. fflate tient le conteneur ; zlib, natif,
 * comprime : le CRC et la taille qu'il met en fin de gzip passent dans le zip.
 */
export class ZipEnFlux {
  private readonly zip: Zip;

  constructor(sortie: (octets: Uint8Array) => void) {
    this.zip = new Zip((erreur, octets) => {
      if (erreur) throw erreur;
      sortie(octets);
    });
  }

  /** Ajoute une partie dont le texte arrive par morceaux. */
  async ajouter(nom: string, morceaux: AsyncIterable<string> | Iterable<string>): Promise<void> {
    const gzip = createGzip({ level: NIVEAU });
    const partie: ZipInputFile = { filename: nom, size: 0, crc: 0, compression: 8 };
    this.zip.add(partie);
    await pipeline(morceaux, gzip, (comprime) => this.recevoir(comprime, partie));
  }

  finir(): void {
    this.zip.end();
  }

  private async recevoir(gzip: AsyncIterable<Buffer>, partie: ZipInputFile): Promise<void> {
    const emettre = partie.ondata as (e: null, octets: Uint8Array, fini: boolean) => void;
    let aSauter = EN_TETE_GZIP;
    let queue: Buffer = Buffer.alloc(0);
    for await (const recu of gzip) {
      const utile = recu.subarray(Math.min(aSauter, recu.length));
      aSauter -= recu.length - utile.length;
      const tout = Buffer.concat([queue, utile]);
      const coupe = Math.max(0, tout.length - FIN_GZIP);
      if (coupe > 0) emettre(null, tout.subarray(0, coupe), false);
      queue = tout.subarray(coupe);
    }
    partie.crc = queue.readUInt32LE(0);
    partie.size = queue.readUInt32LE(4);
    emettre(null, new Uint8Array(0), true);
  }
}
