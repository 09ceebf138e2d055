import { lireNombreFrancais } from './nombre-francais';

/** Lire un nombre comme un Français le tape. Ce qui est ambigu n'est pas lu. */

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
