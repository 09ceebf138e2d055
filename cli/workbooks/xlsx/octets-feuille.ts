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
    this.reserver(3 * texte.length);
    this.place += this.tampon.write(texte, this.place, 'utf8');
  }

  fixe({ octets }: Fixe): void {
    this.reserver(octets.length);
    this.tampon.set(octets, this.place);
    this.place += octets.length;
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
