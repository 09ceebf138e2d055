import { StringDecoder } from 'node:string_decoder';
import type { Decodeur, TexteDecode } from './encodage';

const MARQUE = 0xfeff;
/** Un octet seul : la fin du fichier manque. */
const COUPE = '\ufffd';

/** Par le décodeur de Node, qui ne connaît que l'ordre `le` : `be` lui est donné permuté. */
export class DecodeurUtf16 implements Decodeur {
  private readonly flux = new StringDecoder('utf16le');
  /** L'octet qui attend le second de sa paire. */
  private reste = Buffer.alloc(0);
  private premier = true;
  private abime = false;

  constructor(private readonly encodage: 'utf-16le' | 'utf-16be') {}

  ecrire(octets: Buffer): readonly string[] {
    const tous = Buffer.concat([this.reste, octets]);
    const pairs = tous.length & ~1;
    this.reste = tous.subarray(pairs);
    const paires = tous.subarray(0, pairs);
    return [
      this.regarder(this.flux.write(this.encodage === 'utf-16le' ? paires : paires.swap16())),
    ];
  }

  finir(): TexteDecode {
    const texte = this.regarder(this.flux.end() + (this.reste.length > 0 ? COUPE : ''));
    return { texte, encodage: this.encodage, doute: null, lignesAutres: 0, abime: this.abime };
  }

  private regarder(texte: string): string {
    this.abime ||= texte.includes(COUPE);
    if (!this.premier || texte === '') return texte;
    this.premier = false;
    return texte.charCodeAt(0) === MARQUE ? texte.slice(1) : texte;
  }
}
