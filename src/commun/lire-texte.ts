import { dateCivile, moisDe, parseMois, type DateCivile, type Mois } from './date-civile';
import { normaliser } from './texte';

/** Lire les nombres et les dates comme un Français les tape. Ce qui est ambigu n'est pas lu. */

export { lireNombre } from './lire-nombre';

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

/** Un nom de mois ou son abréviation, en français ou en anglais, sans accent. */
export const estMois = (mot: string): boolean => NOMS_MOIS.has(mot);

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

/** Ce qui se lit « oui », sans majuscules ni accents. */
export const OUI = ['oui', 'o', 'x', 'vrai', 'true', 'yes', 'y', '1'] as const;
const OUIS: ReadonlySet<string> = new Set(OUI);
const NON = new Set(['non', 'n', 'faux', 'false', 'no', '0']);

export function lireBooleen(texte: string): boolean | null {
  const t = normaliser(texte);
  if (OUIS.has(t)) return true;
  return NON.has(t) ? false : null;
}
