import type { Fixe, SortieXml } from './cellule-xml';

const DEPART = 1 << 12;

/**
 * Un texte écrit en UTF-8 à mesure, sans rien laisser derrière lui : cent mille lignes de petits textes
 * mis bout à bout coûtent plus cher à V8 que leurs octets.
 */
export class OctetsFeuille implements SortieXml {
  private tampon = Buffer.allocUnsafe(DEPART);
  private place = 0;

  get longueur(): number {
    return this.place;
  }

  ecrire(texte: string): void {
    const { length } = texte;
    this.reserver(3 * length);
    const { tampon } = this;
    let p = this.place;
    for (let i = 0; i < length; i++) {
      const c = texte.charCodeAt(i);
      if (c < 0x80) tampon[p++] = c;
      else if (c < 0x800) {
        tampon[p++] = 0xc0 | (c >> 6);
        tampon[p++] = 0x80 | (c & 0x3f);
      } else {
        // Une paire de codets, ou le signe d'un caractère inconnu pour un codet seul.
        const code = c < 0xd800 || c > 0xdfff ? c : codeDePaire(c, texte.charCodeAt(i + 1));
        if (code > 0xffff) {
          i++;
          tampon[p++] = 0xf0 | (code >> 18);
          tampon[p++] = 0x80 | ((code >> 12) & 0x3f);
        } else tampon[p++] = 0xe0 | (code >> 12);
        tampon[p++] = 0x80 | ((code >> 6) & 0x3f);
        tampon[p++] = 0x80 | (code & 0x3f);
      }
    }
    this.place = p;
  }

  fixe({ octets }: Fixe): void {
    const { length } = octets;
    this.reserver(length);
    const { tampon, place } = this;
    for (let i = 0; i < length; i++) tampon[place + i] = octets[i] as number;
    this.place = place + length;
  }

  ajouter(autre: OctetsFeuille): void {
    this.reserver(autre.place);
    this.tampon.set(autre.tampon.subarray(0, autre.place), this.place);
    this.place += autre.place;
  }

  vider(): void {
    this.place = 0;
  }

  /** Une copie de ce qui est écrit. */
  rendre(): Buffer {
    return Buffer.from(this.tampon.subarray(0, this.place));
  }

  private reserver(octets: number): void {
    const voulus = this.place + octets;
    if (voulus <= this.tampon.length) return;
    const plus = Buffer.allocUnsafe(2 * voulus);
    this.tampon.copy(plus, 0, 0, this.place);
    this.tampon = plus;
  }
}

function codeDePaire(haut: number, bas: number): number {
  const paire = haut < 0xdc00 && bas >= 0xdc00 && bas <= 0xdfff;
  return paire ? 0x10000 + ((haut - 0xd800) << 10) + (bas - 0xdc00) : 0xfffd;
}
