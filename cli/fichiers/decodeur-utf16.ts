import { StringDecoder } from 'node:string_decoder';
import type { Decodeur, TexteDecode } from './encodage';

const MARQUE = 0xfeff;

/** Par le décodeur de Node, qui ne connaît que l'ordre `le` : `be` lui est donné deux octets à la fois, permutés. */
export class DecodeurUtf16 implements Decodeur {
  private readonly flux = new StringDecoder('utf16le');
  /** L'octet qui attend le second de sa paire. */
  private reste = Buffer.alloc(0);
  private premier = true;

  constructor(private readonly encodage: 'utf-16le' | 'utf-16be') {}

  ecrire(octets: Buffer): readonly string[] {
    return [this.sansMarque(this.flux.write(this.ordonner(octets)))];
  }

  finir(): TexteDecode {
    const texte = this.sansMarque(this.flux.end(this.reste));
    return { texte, encodage: this.encodage, lignesAutres: 0, abime: false };
  }

  private ordonner(octets: Buffer): Buffer {
    if (this.encodage === 'utf-16le') return octets;
    const tous = Buffer.concat([this.reste, octets]);
    const pairs = tous.length & ~1;
    this.reste = tous.subarray(pairs);
    return tous.subarray(0, pairs).swap16();
  }

  private sansMarque(texte: string): string {
    if (!this.premier || texte === '') return texte;
    this.premier = false;
    return texte.charCodeAt(0) === MARQUE ? texte.slice(1) : texte;
  }
}
