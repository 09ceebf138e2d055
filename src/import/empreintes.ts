import { plierNumero } from '../commun/texte';
import { finitParVersion, parseDesignation } from '../devis/designation';

/** Une empreinte de 53 bits d'un texte : deux textes égaux ont la même ; l'inverse est presque sûr. */
export function empreinteDe(texte: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < texte.length; i++) {
    const c = texte.charCodeAt(i);
    a = Math.imul(a ^ c, 2_654_435_761);
    b = Math.imul(b ^ c, 1_597_334_677);
  }
  return meler(a, b);
}

function meler(x: number, y: number): number {
  const a = Math.imul(x ^ (x >>> 16), 2_246_822_507) ^ Math.imul(y ^ (y >>> 13), 3_266_489_909);
  const b = Math.imul(y ^ (y >>> 16), 2_246_822_507) ^ Math.imul(a ^ (a >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & b) + (a >>> 0);
}

/** Un numéro, un code : espaces, casse et suffixe de version à part. Grossier, jamais trop fin. */
export function empreinteNumero(texte: string): number {
  return finitParVersion(texte) ? empreinteSansVersion(texte) : empreinteCourante(texte);
}

/** Celle d'un texte sans version, s'il n'est fait que de lettres sans accent, de chiffres, de `-`, `.`, `/`. */
function empreinteCourante(texte: string): number {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < texte.length; i++) {
    let c = texte.charCodeAt(i);
    if (c >= 65 && c <= 90) c |= 32;
    else if (!((c >= 97 && c <= 122) || (c >= 45 && c <= 57))) return empreinteSansVersion(texte);
    a = Math.imul(a ^ c, 2_654_435_761);
    b = Math.imul(b ^ c, 1_597_334_677);
  }
  return meler(a, b);
}

function empreinteSansVersion(texte: string): number {
  const compact = plierNumero(texte).replaceAll(' ', '');
  return empreinteDe(parseDesignation(compact).numero);
}

/** Place pour les premières ; doublée chaque fois qu'elle manque. */
const PLACES = 64;

/**
 * Des empreintes vues une à une : 8 octets chacune. Une fois toutes vues, dit lesquelles reviennent.
 * Une fausse alerte ne coûte qu'une comparaison exacte ; une répétition n'est jamais manquée.
 */
export class Empreintes {
  private vues = new Float64Array(PLACES);
  private nombre = 0;
  private repetees: Float64Array | null = null;
  private fois = new Uint32Array(0);

  noter(empreinte: number): void {
    if (this.nombre === this.vues.length) {
      const agrandies = new Float64Array(2 * this.nombre);
      agrandies.set(this.vues);
      this.vues = agrandies;
    }
    this.vues[this.nombre++] = empreinte;
  }

  /** Aucune ne revient. */
  toutesUniques(): boolean {
    return (this.repetees ??= this.trier()).length === 0;
  }

  /** Combien de fois cette empreinte a été vue ; 1 pour toutes celles qui ne reviennent pas. */
  combien(empreinte: number): number {
    const repetees = (this.repetees ??= this.trier());
    let bas = 0;
    let haut = repetees.length;
    while (bas < haut) {
      const milieu = (bas + haut) >> 1;
      if ((repetees[milieu] as number) < empreinte) bas = milieu + 1;
      else haut = milieu;
    }
    return repetees[bas] === empreinte ? (this.fois[bas] as number) : 1;
  }

  private trier(): Float64Array {
    const toutes = this.vues.subarray(0, this.nombre).sort();
    this.vues = new Float64Array(PLACES);
    // Ramenées sur place aux seules répétées, sans leurs doubles.
    let gardees = 0;
    const fois: number[] = [];
    for (let i = 0; i < toutes.length;) {
      const debut = i;
      while (i < toutes.length && toutes[i] === toutes[debut]) i++;
      if (i - debut < 2) continue;
      toutes[gardees++] = toutes[debut] as number;
      fois.push(i - debut);
    }
    this.fois = Uint32Array.from(fois);
    return toutes.slice(0, gardees);
  }
}
