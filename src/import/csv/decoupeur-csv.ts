import { deproteger } from '../../export/protection';
import type { LigneSource } from '../source';

const GUILLEMET = 34;
const APOSTROPHE = 39;
const EGAL = 61;
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
  private readonly separateurs: Prochain;
  private readonly sautsLf = new Prochain('\n');
  private readonly sautsCr = new Prochain('\r');
  private readonly morceaux: Iterator<string>;
  private texte = '';
  private place = 0;
  private complet = false;

  constructor(
    morceaux: Iterable<string>,
    private readonly separateur: string,
    /** Faux : les enregistrements sont comptés, leurs cellules ne sont pas lues. */
    private readonly avecCellules = true,
  ) {
    this.separateurs = new Prochain(separateur);
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
    for (const prochain of [this.separateurs, this.sautsLf, this.sautsCr]) prochain.oublier();
    if (texte.length > LIGNE_MAX && reste.length > LIGNE_MAX / 2) this.guillemetOuvert = this.ligne;
  }

  /** L'enregistrement qui commence ici ; `null` s'il n'est pas encore là en entier. */
  private enregistrement(): LigneSource | null {
    const { texte, avecCellules, separateurs } = this;
    const fin = texte.length;
    const cellules: string[] = [];
    let p = this.place;
    let lignes = 1;
    let brisee = -1;
    let saut = this.saut(p);
    for (;;) {
      const debut = p;
      let cite: string | null = null;
      if (p < fin && texte.charCodeAt(p) === GUILLEMET) {
        const lu = this.lireCite(p + 1);
        if (lu === null) return null;
        cite = lu.texte;
        if (cite === null && brisee < 0 && this.estBrisee(lu)) brisee = cellules.length;
        p = lu.fin;
        lignes += lu.lignes;
        if (saut < p) saut = this.saut(p);
      }
      const separateur = separateurs.apres(texte, p, fin);
      p = Math.min(separateur, saut);
      if (p === fin && !this.complet) return null;
      if (avecCellules) {
        const cellule = cite ?? texte.slice(debut, p);
        const premier = (cite ?? texte).charCodeAt(cite === null ? debut : 0);
        const propre = premier !== APOSTROPHE && premier !== EGAL;
        cellules.push(propre ? cellule : sansProtection(cellule));
      }
      p++;
      if (separateur < saut) continue;
      if (texte.charCodeAt(saut) === CR) {
        if (p === fin && !this.complet) return null; // un LF suit peut-être
        if (texte.charCodeAt(p) === LF) p++;
      }
      const { ligne } = this;
      this.ligne += lignes;
      this.place = p;
      const derniere = ligne + lignes - 1;
      return brisee < 0
        ? { ligne, derniere, cellules }
        : { ligne, derniere, citeBrisee: brisee, cellules };
    }
  }

  /**
   * Un texte entre guillemets, à partir de son premier caractère. S'il est suivi d'autre chose qu'un
   * séparateur, ses guillemets font partie du texte (`texte` est alors `null`).
   */
  private lireCite(depuis: number): { texte: string | null; fin: number; lignes: number } | null {
    const { texte } = this;
    const fin = texte.length;
    let contenu = '';
    let debut = depuis;
    for (let p = texte.indexOf('"', depuis); p >= 0; p = texte.indexOf('"', p + 1)) {
      if (p + 1 === fin && !this.complet) return null;
      const suivant = texte.charAt(p + 1);
      if (suivant === '"') {
        contenu += texte.slice(debut, p + 1);
        debut = p + 2;
        p++;
        continue;
      }
      const ferme = suivant === this.separateur || '\r\n'.includes(suivant); // la fin du texte aussi
      const lignes = this.sautsEntre(depuis, p);
      return { texte: ferme ? contenu + texte.slice(debut, p) : null, fin: p + 1, lignes };
    }
    if (this.complet) this.guillemetOuvert = this.ligne;
    return null;
  }

  /** Le guillemet qui suit en ouvre un autre, ou vient d'une autre ligne : le premier n'était pas refermé. */
  private estBrisee({ fin, lignes }: { fin: number; lignes: number }): boolean {
    return lignes > 0 || this.texte.charAt(fin - 2) === this.separateur;
  }

  /** La première fin de ligne à partir de cette place. */
  private saut(p: number): number {
    const { texte, sautsLf, sautsCr } = this;
    const fin = texte.length;
    return Math.min(sautsLf.apres(texte, p, fin), sautsCr.apres(texte, p, fin));
  }

  /** Combien de fins de ligne entre ces deux places. */
  private sautsEntre(de: number, a: number): number {
    if (this.saut(de) >= a) return 0;
    return (this.texte.slice(de, a).match(/\r\n|[\r\n]/g) ?? []).length;
  }
}

/** `="0123"` : des logiciels écrivent ainsi un texte qu'Excel prendrait pour un nombre. */
const TEXTE_FORCE = /^="((?:[^"]|"")*)"$/;

function sansProtection(cellule: string): string {
  const force = TEXTE_FORCE.exec(cellule)?.[1];
  return force === undefined ? deproteger(cellule) : force.replaceAll('""', '"');
}

/** Où revient un caractère : chaque texte n'en est parcouru qu'une fois. */
class Prochain {
  private place = -1;

  constructor(private readonly caractere: string) {}

  /** Sa première place à partir de celle-ci ; la fin du texte s'il n'y est plus. */
  apres(texte: string, p: number, fin: number): number {
    if (this.place >= p) return this.place;
    const trouvee = texte.indexOf(this.caractere, p);
    return (this.place = trouvee < 0 ? fin : trouvee);
  }

  oublier(): void {
    this.place = -1;
  }
}

const FINI: IteratorResult<LigneSource, undefined> = { done: true, value: undefined };
