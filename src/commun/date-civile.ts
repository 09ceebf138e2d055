/** Dates civiles : un jour du calendrier, sans heure ni fuseau. */

declare const marque: unique symbol;

/** `AAAA-MM-JJ` ; l'ordre des textes est l'ordre des jours. */
export type DateCivile = string & { readonly [marque]: 'DateCivile' };
/** `AAAA-MM`. */
export type Mois = string & { readonly [marque]: 'Mois' };
/** `AAAA-MM-JJTHH:MM`, heure de Paris ; pour Journal et Registre seulement. */
export type Horodatage = string & { readonly [marque]: 'Horodatage' };

const JOUR_MS = 86_400_000;
/** Jour 0 des tableurs : 30 décembre 1899 (système 1900). */
const EPOQUE_TABLEUR = Date.UTC(1899, 11, 30) / JOUR_MS;

const deuxChiffres = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

function joursDuMois(annee: number, mois: number): number {
  if (mois !== 2) return mois === 4 || mois === 6 || mois === 9 || mois === 11 ? 30 : 31;
  return annee % 4 === 0 && (annee % 100 !== 0 || annee % 400 === 0) ? 29 : 28;
}

/**
 * Construit une date ; `null` si ce jour n'existe pas (29 février 2025) ou s'il sort de mars 1900 à 9999 :
 * avant mars 1900, tous les tableurs ne donnent pas le même numéro au même jour.
 */
export function dateCivile(annee: number, mois: number, jour: number): DateCivile | null {
  if (!Number.isInteger(annee) || annee < 1900 || annee > 9999) return null;
  if (!Number.isInteger(mois) || mois < 1 || mois > 12 || !Number.isInteger(jour)) return null;
  if (annee === 1900 && mois < 3) return null;
  if (jour < 1 || jour > joursDuMois(annee, mois)) return null;
  return `${annee}-${deuxChiffres(mois)}-${deuxChiffres(jour)}` as DateCivile;
}

/** Lit strictement `AAAA-MM-JJ` ; `null` sinon. Les formes françaises se lisent dans `classeur/lire-cellule`. */
export function parseDateCivile(texte: string): DateCivile | null {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(texte);
  return m ? dateCivile(Number(m[1]), Number(m[2]), Number(m[3])) : null;
}

/** Lit strictement `AAAA-MM` ; `null` sinon. */
export function parseMois(texte: string): Mois | null {
  const m = /^(\d{4})-(\d{2})$/.exec(texte);
  return m && dateCivile(Number(m[1]), Number(m[2]), 1) ? (texte as Mois) : null;
}

/** Nombre de jours depuis le 1er janvier 1970. */
export function jourAbsolu(date: DateCivile): number {
  const annee = nombreA(date, 0) * 100 + nombreA(date, 2);
  return Date.UTC(annee, nombreA(date, 5) - 1, nombreA(date, 8)) / JOUR_MS;
}

/** Deux chiffres : chaque date écrite passe ici. */
const nombreA = (date: string, place: number): number =>
  (date.charCodeAt(place) - 48) * 10 + date.charCodeAt(place + 1) - 48;

function depuisJourAbsolu(jour: number): DateCivile {
  const d = new Date(jour * JOUR_MS);
  return `${d.getUTCFullYear()}-${deuxChiffres(d.getUTCMonth() + 1)}-${deuxChiffres(d.getUTCDate())}` as DateCivile;
}

/** Numéro de série des tableurs (système 1900) : 1er janvier 2026 → 46023. */
export function versSerie(date: DateCivile): number {
  return jourAbsolu(date) - EPOQUE_TABLEUR;
}

const parSerie = new Map<number, DateCivile>();

/** Date d'un numéro de série (l'heure est ignorée) ; `null` hors de 1900-03-01 … 9999-12-31. */
export function depuisSerie(serie: number): DateCivile | null {
  const jour = Math.floor(serie);
  if (!(jour >= 61 && jour <= 2_958_465)) return null;
  let date = parSerie.get(jour);
  if (date === undefined) {
    date = depuisJourAbsolu(jour + EPOQUE_TABLEUR);
    if (parSerie.size < 50_000) parSerie.set(jour, date);
  }
  return date;
}

export function ajouterJours(date: DateCivile, jours: number): DateCivile {
  return depuisJourAbsolu(jourAbsolu(date) + jours);
}

/** Jours de `de` à `a` ; négatif si `a` précède `de`. */
export function joursEntre(de: DateCivile, a: DateCivile): number {
  return jourAbsolu(a) - jourAbsolu(de);
}

/** 1 = lundi … 7 = dimanche. */
export function jourDeSemaine(date: DateCivile): number {
  return ((((jourAbsolu(date) + 3) % 7) + 7) % 7) + 1;
}

/** Le lundi de la semaine de `date`. */
export function lundiDe(date: DateCivile): DateCivile {
  return ajouterJours(date, 1 - jourDeSemaine(date));
}

export function moisDe(date: DateCivile): Mois {
  return date.slice(0, 7) as Mois;
}

export function ajouterMois(mois: Mois, n: number): Mois {
  const rang = Number(mois.slice(0, 4)) * 12 + Number(mois.slice(5, 7)) - 1 + n;
  return `${Math.floor(rang / 12)}-${deuxChiffres((rang % 12) + 1)}` as Mois;
}

/** Mois de `de` à `a` ; négatif si `a` précède `de`. */
export function moisEntre(de: Mois, a: Mois): number {
  const rang = (m: Mois): number => Number(m.slice(0, 4)) * 12 + Number(m.slice(5, 7));
  return rang(a) - rang(de);
}

export function premierJour(mois: Mois): DateCivile {
  return `${mois}-01` as DateCivile;
}

export function dernierJour(mois: Mois): DateCivile {
  return ajouterJours(premierJour(ajouterMois(mois, 1)), -1);
}
