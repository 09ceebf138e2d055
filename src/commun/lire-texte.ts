import { dateCivile, moisDe, parseMois, type DateCivile, type Mois } from './date-civile';
import { lireNombreFrancais } from './nombre-francais';
import { normaliser } from './texte';

/** Lire les nombres et les dates comme un Français les tape. Ce qui est ambigu n'est pas lu. */

export interface FormatNombre {
  /** Séparateur décimal connu ; absent, seules les écritures sans ambiguïté sont lues. */
  readonly decimal?: ',' | '.';
  /** Accepter `$`, `£`… comme signe monétaire (le nombre seul est retenu). */
  readonly devises?: boolean;
}

/**
 * Lit `1 234,50 €`, `1.234,50`, `(120,00)`, `-5`, `120,00-`, `12,5 k€`, `1,2 M€`, `1 200 € HT` ; `null`
 * si illisible **ou ambigu** (`1,234` sans séparateur décimal connu : mille deux cent trente-quatre,
 * ou un virgule deux ?).
 */
export function lireNombre(texte: string, format: FormatNombre = {}): number | null {
  const ordinaire = lireNombreFrancais(texte, format.decimal);
  if (ordinaire !== undefined) return ordinaire;
  let t = texte
    .replace(/[\s\u00a0\u202f\u2007\u2009]/g, ' ')
    .replace(/\u2212/g, '-')
    .trim();
  let signe = 1;
  const entreParentheses = /^\((.*)\)$/.exec(t);
  if (entreParentheses?.[1] !== undefined) {
    signe = -1;
    t = entreParentheses[1].trim();
  }
  t = t.replace(/\s*(?:HT|H\.T\.)$/i, '');
  const devise = format.devises
    ? /^([-+]?)\s*[€$£]\s*|\s*(?:€|\$|£|EUR|euros?)$/gi
    : /^([-+]?)\s*€\s*|\s*(?:€|EUR|euros?)$/gi;
  const sansDevise = t.replace(devise, '$1').trim();
  const enEuros = sansDevise !== t;
  t = sansDevise;
  let facteur = 1;
  if (/\s*k$/i.test(t)) {
    facteur = 1000;
    t = t.replace(/\s*k$/i, '');
  } else if (enEuros && /\s*M$/.test(t)) {
    facteur = 1_000_000;
    t = t.replace(/\s*M$/, '');
  }
  const m = /^([-+])?\s*([\d., ']+?)\s*(-)?$/.exec(t);
  if (!m?.[2] || (m[1] !== undefined && m[3] !== undefined)) return null;
  if (m[1] === '-' || m[3] !== undefined) signe = -signe;
  const valeur = lireChiffres(m[2].trim(), format.decimal);
  if (valeur === null) return null;
  const resultat = signe * (facteur === 1 ? valeur : Number((valeur * facteur).toFixed(6)));
  return resultat === 0 ? 0 : resultat;
}

function lireChiffres(t: string, decimal: ',' | '.' | undefined): number | null {
  const separateur = decimal ?? separateurDecimal(t);
  if (separateur === null) return null;
  const [entiers = '', fraction, ...trop] = separateur === '' ? [t] : t.split(separateur);
  if (trop.length > 0 || (fraction !== undefined && !/^\d+$/.test(fraction))) return null;
  if (entiers === '' && fraction === undefined) return null;
  if (!/^\d*$/.test(entiers) && !/^\d{1,3}([ '.,])\d{3}(?:\1\d{3})*$/.test(entiers)) return null;
  return Number(`${entiers.replace(/\D/g, '') || '0'}.${fraction ?? '0'}`);
}

/** `,` ou `.` s'il est sûr, `''` s'il n'y a pas de décimales, `null` si c'est ambigu. */
function separateurDecimal(t: string): ',' | '.' | '' | null {
  const virgule = t.lastIndexOf(',');
  const point = t.lastIndexOf('.');
  if (virgule < 0 && point < 0) return '';
  if (virgule >= 0 && point >= 0) return virgule > point ? ',' : '.';
  const s = virgule >= 0 ? ',' : '.';
  if (t.indexOf(s) !== t.lastIndexOf(s)) return '';
  const [avant = '', apres = ''] = t.split(s);
  const peutEtreMilliers = apres.length === 3 && /^[1-9]\d{0,2}$/.test(avant);
  return peutEtreMilliers ? null : s;
}

/** Français, abréviations des tableurs, et anglais des logiciels : aucun nom n'est de deux mois. */
const NOMS_MOIS: ReadonlyMap<string, number> = new Map(
  [
    ['janvier', 'janv', 'jan', 'january'],
    ['fevrier', 'fevr', 'fev', 'february', 'feb'],
    ['mars', 'march', 'mar'],
    ['avril', 'avr', 'april', 'apr'],
    ['mai', 'may'],
    ['juin', 'june', 'jun'],
    ['juillet', 'juil', 'july', 'jul'],
    ['aout', 'august', 'aug'],
    ['septembre', 'sept', 'sep', 'september'],
    ['octobre', 'oct', 'october'],
    ['novembre', 'nov', 'november'],
    ['decembre', 'dec', 'december'],
  ].flatMap((noms, rang) => noms.map((nom) => [nom, rang + 1] as const)),
);

/** Deux chiffres : 00–69 → 2000–2069, 70–99 → 1970–1999, comme les tableurs français. */
function annee(texte: string): number {
  const n = Number(texte);
  if (texte.length > 2) return n;
  return n < 70 ? 2000 + n : 1900 + n;
}

/** Ordre du jour et du mois dans `03/04/2026`. */
export type OrdreDate = 'JMA' | 'MJA';

/** Ce qui suit une date : une heure, qui est ignorée. */
const HEURE = /^[T ,]+(?:a )?\d{1,2}[:h]\d{2}.*$/;

/**
 * Lit `02/03/2026`, `2-3-26`, `2026-03-02`, `2026-03-02T14:30`, `20260302`, `2 mars 2026`,
 * `13-févr-26`, `1er mars 2026`, `March 2, 2026` (l'heure est ignorée) ; `null` sinon, et sans année.
 */
export function lireDate(texte: string, ordre: OrdreDate = 'JMA'): DateCivile | null {
  const t = texte.trim();
  const premier = t.charCodeAt(0);
  if (premier >= 48 && premier <= 57) {
    const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(t);
    if (iso) return dateCivile(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    const court = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?!\d)(.*)$/.exec(t);
    if (court) {
      const suite = court[4] ?? '';
      if (suite !== '' && !HEURE.test(suite)) return null;
      const [a, b] = [Number(court[1]), Number(court[2])];
      const [jour, mois] = ordre === 'JMA' ? [a, b] : [b, a];
      return dateCivile(annee(court[3] ?? ''), mois, jour);
    }
    const serre = /^((?:19|20)\d\d)(\d\d)(\d\d)$/.exec(t);
    if (serre) return dateCivile(Number(serre[1]), Number(serre[2]), Number(serre[3]));
  }
  return lireDateEnLettres(t);
}

function lireDateEnLettres(t: string): DateCivile | null {
  if (t.length < 7 || t.length > 60 || !/\d/.test(t)) return null;
  // l'heure a des deux-points, que la forme normale effacerait
  const jourSeul = t.replace(/[T ,]+(?:à |at )?\d{1,2}[:h]\d{2}.*$/i, '');
  const mots = normaliser(jourSeul).replace(/,/g, ' ').split(/ +/);
  if (mots.length === 4 && /^[a-z]+$/.test(mots[0] ?? '')) mots.shift(); // le jour de la semaine
  const [a = '', b = '', c = ''] = mots;
  if (mots.length !== 3 || !/^(?:\d{4}|\d{2})$/.test(c)) return null;
  const [jour, nom] = /^\d/.test(a) ? [a, b] : [b, a];
  const mois = NOMS_MOIS.get(nom);
  if (mois === undefined || !/^\d{1,2}(?:er|st|nd|rd|th)?$/.test(jour)) return null;
  return dateCivile(annee(c), mois, Number.parseInt(jour, 10));
}

/** Lit `2026-03`, `03/2026`, `mars 2026`, `mars-26`, ou une date (dont on garde le mois). */
export function lireMois(texte: string): Mois | null {
  const t = texte.trim();
  const chiffres = /^(\d{1,2})[/-](\d{4})$/.exec(t);
  if (chiffres) return parseMois(`${chiffres[2]}-${(chiffres[1] ?? '').padStart(2, '0')}`);
  const strict = parseMois(t);
  if (strict) return strict;
  const lettres = /^([a-z]+) (\d{4}|\d{2})$/.exec(normaliser(t));
  if (lettres) {
    const rang = NOMS_MOIS.get(lettres[1] ?? '');
    if (rang === undefined) return null;
    return parseMois(`${annee(lettres[2] ?? '')}-${String(rang).padStart(2, '0')}`);
  }
  const jour = lireDate(t);
  return jour && moisDe(jour);
}

const OUI = new Set(['oui', 'o', 'x', 'vrai', 'true', 'yes', 'y', '1']);
const NON = new Set(['non', 'n', 'faux', 'false', 'no', '0']);

export function lireBooleen(texte: string): boolean | null {
  const t = normaliser(texte);
  if (OUI.has(t)) return true;
  return NON.has(t) ? false : null;
}
