import type { LigneSource, Separateur } from '../source';
import { compterCellules, SEPARATEURS } from './autre-separateur';
import { DecoupeurCsv } from './decoupeur-csv';

/** Assez de texte pour reconnaître le séparateur. */
const ECHANTILLON = 65_536;

type FinDeLigne = '\r\n' | '\n' | '\r';

interface CsvLu {
  /** Se relisent autant de fois qu'il le faut, sans être gardées. */
  readonly lignes: Iterable<LigneSource>;
  readonly separateur: Separateur;
  readonly finDeLigne: FinDeLigne;
  /** Toutes ses cellules sont entre guillemets. */
  readonly toutCite: boolean;
}

/** Le texte, depuis le début ; `ligne` dira où en est sa lecture. */
export type Texte = (ligne: () => number) => Iterable<string>;

const SANS_SUIVI = (): number => 0;

/**
 * Lit un CSV dont le texte peut être redemandé ; `ligneFautive` : celle d'un guillemet jamais refermé.
 * @param tout les morceaux de tout le texte, s'ils sont déjà là
 */
export function lireCsv(
  texte: Texte,
  tout: readonly string[] | null = null,
): CsvLu | { ligneFautive: number } {
  const echantillon = debutDe(texte(SANS_SUIVI));
  const separateur = detecterSeparateur(echantillon);
  if (tout === null || !tousFermes(tout, separateur)) {
    const ligneFautive = guillemetOuvert(new DecoupeurCsv(texte(SANS_SUIVI), separateur, false));
    if (ligneFautive !== null) return { ligneFautive };
  }
  return {
    lignes: {
      [Symbol.iterator]() {
        const decoupeur: DecoupeurCsv = new DecoupeurCsv(
          texte(() => decoupeur.ligne),
          separateur,
        );
        return decoupeur;
      },
    },
    separateur,
    finDeLigne: (/\r\n|\n|\r/.exec(echantillon)?.[0] ?? '\r\n') as FinDeLigne,
    toutCite: toutEstCite(echantillon, separateur),
  };
}

const GUILLEMET = 34;
const LF = 10;
const CR = 13;

/** Chaque guillemet ouvert est refermé : de l'un à l'autre, sans lire ce qui les sépare. */
function tousFermes(morceaux: readonly string[], separateur: string): boolean {
  const signe = separateur.charCodeAt(0);
  let cite = false;
  /** Le dernier caractère du morceau d'avant ; un guillemet qui ferme y est peut-être doublé ici. */
  let avant = LF;
  let peutEtreFerme = false;
  for (const texte of morceaux) {
    let p = 0;
    if (peutEtreFerme && texte !== '') {
      peutEtreFerme = false;
      if (texte.charCodeAt(0) === GUILLEMET) p = 1;
      else cite = false;
    }
    for (let q = texte.indexOf('"', p); q >= 0; q = texte.indexOf('"', p)) {
      p = q + 1;
      if (!cite) {
        const c = q === 0 ? avant : texte.charCodeAt(q - 1);
        cite = c === signe || c === LF || c === CR;
      } else if (p === texte.length) peutEtreFerme = true;
      else if (texte.charCodeAt(p) === GUILLEMET) p++;
      else cite = false;
    }
    if (texte !== '') avant = texte.charCodeAt(texte.length - 1);
  }
  return !cite || peutEtreFerme;
}

function guillemetOuvert(decoupeur: DecoupeurCsv): number | null {
  while (!decoupeur.next().done);
  return decoupeur.guillemetOuvert;
}

function debutDe(morceaux: Iterable<string>): string {
  let texte = '';
  for (const morceau of morceaux) {
    texte += morceau;
    if (texte.length > ECHANTILLON) {
      const fin = texte.lastIndexOf('\n', ECHANTILLON);
      return texte.slice(0, fin > 0 ? fin + 1 : ECHANTILLON);
    }
  }
  return texte;
}

function toutEstCite(echantillon: string, separateur: Separateur): boolean {
  const premiere = /^[^\r\n]+/m.exec(echantillon)?.[0] ?? '';
  const cellules = premiere.split(separateur);
  return cellules.every((c) => c.length > 1 && c.startsWith('"') && c.endsWith('"'));
}

/**
 * Le séparateur qui donne des lignes de même largeur, et le plus de colonnes ; celui de la première
 * ligne, si elle a autant de cellules autrement : un export collé sous un autre ne change pas l'en-tête.
 */
function detecterSeparateur(echantillon: string): Separateur {
  let meilleur: Separateur = ';';
  let largeur = 0;
  let score = 0;
  for (const separateur of SEPARATEURS) {
    if (!echantillon.includes(separateur)) continue;
    const note = noter(echantillon, separateur);
    if (note.note > score) {
      meilleur = separateur;
      largeur = note.largeur;
      score = note.note;
    }
  }
  const premiere = /[^\s][^\r\n]*/.exec(echantillon)?.[0] ?? '';
  if (largeur < 2 || premiere.includes(meilleur)) return meilleur;
  return SEPARATEURS.find((s) => compterCellules(premiere, s) === largeur) ?? meilleur;
}

function noter(echantillon: string, separateur: Separateur): { note: number; largeur: number } {
  const largeurs = new Map<number, number>();
  let total = 0;
  const decoupeur = new DecoupeurCsv([echantillon], separateur);
  for (const { cellules } of decoupeur) {
    if (cellules.every((c) => String(c).trim() === '')) continue;
    total += 1;
    largeurs.set(cellules.length, (largeurs.get(cellules.length) ?? 0) + 1);
  }
  // Un guillemet ouvert : ce qu'il avale ne parle pas pour ce séparateur.
  if (decoupeur.guillemetOuvert !== null)
    total += (echantillon.match(/\r\n|\r|\n/g) ?? []).length - decoupeur.ligne + 1;
  let [largeur, fois] = [1, 0];
  for (const [l, n] of largeurs) if (l > 1 && n >= fois) [largeur, fois] = [l, n];
  const part = total === 0 ? 0 : fois / total;
  return { note: largeur > 1 ? part * part * Math.min(largeur, 40) : 0, largeur };
}
