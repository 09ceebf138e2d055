import { deproteger } from '../../export/protection';
import type { LigneSource } from '../source';

const GUILLEMET = 34;
const APOSTROPHE = 39;
const LF = 10;
const CR = 13;

/** Une ligne plus longue, en caractères, n'est qu'un guillemet jamais refermé. */
const LIGNE_MAX = 1 << 22;

/**
 * Découpe un CSV en enregistrements, à mesure que son texte arrive : guillemets facultatifs (un
 * guillemet au milieu d'un texte en fait partie), fins de ligne CRLF, LF et CR mêlées, numéro de la
 * première ligne de chaque enregistrement. Voir docs/decisions/012-import-en-flux.md.
 */
export class DecoupeurCsv implements IterableIterator<LigneSource> {
  /** Ligne où commence l'enregistrement dont un guillemet n'est jamais refermé ; sinon `null`. */
  guillemetOuvert: number | null = null;
  /** Ligne du prochain enregistrement, à partir de 1. */
  ligne = 1;
  private readonly separateur: number;
  private readonly morceaux: Iterator<string>;
  private texte = '';
  private place = 0;
  private complet = false;

  constructor(
    morceaux: Iterable<string>,
    separateur: string,
    /** Faux : les enregistrements sont comptés, leurs cellules ne sont pas lues. */
    private readonly avecCellules = true,
  ) {
    this.separateur = separateur.charCodeAt(0);
    this.morceaux = morceaux[Symbol.iterator]();
  }

  [Symbol.iterator](): this {
    return this;
  }

  next(): IteratorResult<LigneSource, undefined> {
    for (;;) {
      if (this.place < this.texte.length) {
        const value = this.enregistrement();
        if (value) return { done: false, value };
        if (this.guillemetOuvert !== null) return FINI;
      } else if (this.complet) return FINI;
      this.remplir();
    }
  }

  /** Rend au fichier ce qu'il tient ouvert. */
  return(): IteratorResult<LigneSource, undefined> {
    this.morceaux.return?.();
    return FINI;
  }

  /** Au moins autant de texte que ce qui reste : un long enregistrement n'est pas relu sans fin. */
  private remplir(): void {
    const reste = this.texte.slice(this.place);
    const morceaux = [reste];
    let longueur = reste.length;
    do {
      const { done, value } = this.morceaux.next();
      if (done) this.complet = true;
      else {
        morceaux.push(value);
        longueur += value.length;
      }
    } while (!this.complet && longueur < 2 * reste.length);
    // `join` et non `+` : chaque caractère se lit deux fois plus vite d'un texte d'un seul tenant.
    const [, seul = ''] = morceaux;
    const texte = reste === '' && morceaux.length < 3 ? seul : morceaux.join('');
    this.texte = texte;
    this.place = 0;
    if (texte.length > LIGNE_MAX && reste.length > LIGNE_MAX / 2) this.guillemetOuvert = this.ligne;
  }

  /** L'enregistrement qui commence ici ; `null` s'il n'est pas encore là en entier. */
  private enregistrement(): LigneSource | null {
    const { texte, separateur, avecCellules } = this;
    const fin = texte.length;
    const cellules: string[] = [];
    let p = this.place;
    let lignes = 1;
    for (;;) {
      const debut = p;
      let cite: string | null = null;
      if (p < fin && texte.charCodeAt(p) === GUILLEMET) {
        const lu = this.lireCite(p + 1);
        if (lu === null) return null;
        cite = lu.texte;
        p = lu.fin;
        lignes += lu.lignes;
      }
      let c = -1;
      while (p < fin) {
        c = texte.charCodeAt(p);
        if (c === separateur || c === LF || c === CR) break;
        p++;
      }
      if (p === fin) {
        if (!this.complet) return null;
        c = LF;
      }
      if (avecCellules) {
        const cellule = cite ?? texte.slice(debut, p);
        cellules.push(cellule.charCodeAt(0) === APOSTROPHE ? deproteger(cellule) : cellule);
      }
      p++;
      if (c === separateur) continue;
      if (c === CR) {
        if (p === fin && !this.complet) return null; // un LF suit peut-être
        if (texte.charCodeAt(p) === LF) p++;
      }
      const { ligne } = this;
      this.ligne += lignes;
      this.place = p;
      return { ligne, cellules };
    }
  }

  /**
   * Un texte entre guillemets, à partir de son premier caractère. S'il est suivi d'autre chose qu'un
   * séparateur, ses guillemets font partie du texte (`texte` est alors `null`).
   */
  private lireCite(depuis: number): { texte: string | null; fin: number; lignes: number } | null {
    const { texte, separateur } = this;
    const fin = texte.length;
    let contenu = '';
    let debut = depuis;
    let lignes = 0;
    for (let p = depuis; p < fin; p++) {
      const c = texte.charCodeAt(p);
      if (c === LF || (c === CR && texte.charCodeAt(p + 1) !== LF)) lignes++;
      if (c !== GUILLEMET) continue;
      if (p + 1 === fin && !this.complet) return null;
      const suivant = p + 1 === fin ? LF : texte.charCodeAt(p + 1);
      if (suivant === GUILLEMET) {
        contenu += texte.slice(debut, p + 1);
        debut = p + 2;
        p++;
      } else if (suivant === separateur || suivant === LF || suivant === CR) {
        return { texte: contenu + texte.slice(debut, p), fin: p + 1, lignes };
      } else return { texte: null, fin: p + 1, lignes };
    }
    if (this.complet) this.guillemetOuvert = this.ligne;
    return null;
  }
}

const FINI: IteratorResult<LigneSource, undefined> = { done: true, value: undefined };
