import type { CelluleBrute } from '../classeur/source';
import { depuisSerie } from '../commun/date-civile';
import { detacher } from '../commun/detacher';
import { lireDate, lireMois, type OrdreDate } from '../commun/lire-texte';
import { formatDate } from '../messages/formats';
import { montrerDateEtHeure } from './tableur/montrer-nombre';

/** Ce que les cellules d'une colonne de dates disent de leur écriture. */
export interface BilanDates {
  /** Une date au-delà de 12 décide pour toute la colonne ; les deux ensemble se contredisent. */
  readonly ordre: OrdreDate | 'contradictoire' | null;
  /** La date qui l'a décidé ; les deux, si elles se contredisent. */
  readonly preuves: Readonly<Record<OrdreDate, string | null>>;
  /** Une date qui se lit de deux façons. */
  readonly ambigue: string | null;
  /** Une date à l'année sur deux chiffres. */
  readonly courte: string | null;
  /** Une date qui a une heure : elle n'est pas gardée. */
  readonly heure: string | null;
  /**
   * Les vraies dates ont toutes un jour de 1 à 12, celles restées en texte n'en ont aucune : un tableur
   * d'une autre langue a lu les premières à l'envers. Une de chaque.
   */
  readonly echangees: { readonly date: string; readonly texte: string } | null;
  /** De vraies dates, toutes d'un jour de 1 à 12, et aucun texte qui pourrait en être : l'une d'elles. */
  readonly echangeables: string | null;
  /** Toutes sont des numéros de série de tableur, écrits en texte : l'une d'elles. */
  readonly serie: string | null;
}

export interface ReleveDates {
  observer(cellule: CelluleBrute): void;
  conclure(): BilanDates;
}

/** De vraies dates qui n'auraient que par hasard un jour de 1 à 12. */
const ASSEZ = 3;

export function releverDates(): ReleveDates {
  const preuves: Record<OrdreDate, string | null> = { JMA: null, MJA: null };
  let ambigue: string | null = null;
  let courte: string | null = null;
  let heure: string | null = null;
  let serie: string | null = null;
  let autres = false;
  let enDeuxSens = false;
  const vraies = { nombre: 0, exemple: '', sures: false };
  // Une date impossible ne prouve rien : elle est lue avant d'être retenue, et une seule l'est.
  const voir = (texte: string, a: number, b: number): void => {
    if (a > 12 && b <= 12) prouver('JMA', texte);
    else if (b > 12 && a <= 12) prouver('MJA', texte);
    else {
      if (a <= 12 && b <= 12) enDeuxSens = true;
      if (ambigue === null && a !== b && seLit(texte)) ambigue = detacher(texte);
    }
    if (!autres && seLit(texte)) autres = true;
  };
  const prouver = (ordre: OrdreDate, texte: string): void => {
    if (preuves[ordre] === null && lireDate(texte, ordre) !== null)
      preuves[ordre] = detacher(texte);
  };
  const voirVraie = (serie: number): void => {
    const date = depuisSerie(serie);
    if (date === null) return;
    vraies.nombre++;
    if (heure === null && serie % 1 > 0) {
      const montree = montrerDateEtHeure(serie);
      if (montree !== formatDate(date)) heure = montree;
    }
    if (Number(date.slice(8)) > 12) vraies.sures = true;
    else if (vraies.exemple === '') vraies.exemple = formatDate(date);
  };
  const echangeables = (): string | null =>
    enDeuxSens || vraies.sures || vraies.exemple === '' ? null : vraies.exemple;
  const echangees = (): BilanDates['echangees'] => {
    const texte = preuves.JMA ?? preuves.MJA;
    const date = echangeables();
    return texte === null || date === null || vraies.nombre < ASSEZ ? null : { date, texte };
  };
  return {
    observer(cellule) {
      if (typeof cellule === 'number') voirVraie(cellule);
      if (typeof cellule !== 'string' || cellule === '') return;
      if (estCourante(cellule)) {
        voir(cellule, deuxChiffres(cellule, 0), deuxChiffres(cellule, 3));
        return;
      }
      if (heure === null && aUneHeure(cellule) && seLit(cellule)) heure = detacher(cellule.trim());
      const p = partiesDeDate(cellule);
      if (p === null) {
        if (estSerie(cellule)) serie ??= detacher(cellule);
        else autres ||= lireMois(cellule) !== null;
        return;
      }
      voir(cellule, p[0], p[1]);
      if (p[2] && courte === null && seLit(cellule)) courte = detacher(cellule);
    },
    conclure: () => ({
      ordre:
        preuves.JMA !== null && preuves.MJA !== null
          ? 'contradictoire'
          : preuves.JMA !== null
            ? 'JMA'
            : preuves.MJA !== null
              ? 'MJA'
              : null,
      preuves,
      ambigue,
      courte,
      heure,
      echangees: echangees(),
      echangeables: echangeables(),
      serie: autres ? null : serie,
    }),
  };
}

/** Une heure, qui n'est pas minuit. */
const aUneHeure = (texte: string): boolean => {
  const heure = /[T ]\D{0,3}(\d{1,2})[:h](\d{2})(?::(\d{2}))?/.exec(texte);
  return heure !== null && heure.slice(1).some((n) => Number(n ?? 0) > 0);
};

/** Se lit d'une façon au moins. */
function seLit(texte: string): boolean {
  return lireDate(texte, 'JMA') !== null || lireDate(texte, 'MJA') !== null;
}

/** De 1954 à 2064 : un nombre de cinq chiffres n'est une date que si toute sa colonne en est. */
function estSerie(texte: string): boolean {
  if (!/^\s*\d{5}(?:[.,]\d+)?\s*$/.test(texte)) return false;
  const n = Number(texte.slice(0, 6).trim().slice(0, 5));
  return n >= 20_000 && n < 60_000;
}

const ZERO = 48;
const NEUF = 57;
const BARRE = 47;
const estChiffre = (c: number): boolean => c >= ZERO && c <= NEUF;

const deuxChiffres = (texte: string, place: number): number =>
  (texte.charCodeAt(place) - ZERO) * 10 + texte.charCodeAt(place + 1) - ZERO;

/** `03/04/2026`, presque toutes : lue sans détour. */
function estCourante(texte: string): boolean {
  if (texte.length !== 10) return false;
  for (let i = 0; i < 10; i++) {
    const c = texte.charCodeAt(i);
    if (i === 2 || i === 5 ? c !== BARRE : c < ZERO || c > NEUF) return false;
  }
  return true;
}

/** Les deux premières parties de `03/04/2026`, et si son année n'a que deux chiffres ; `null` sinon. */
function partiesDeDate(texte: string): readonly [number, number, boolean] | null {
  let i = 0;
  while (texte.charCodeAt(i) === 32) i += 1;
  const nombres: number[] = [];
  for (let partie = 0; partie < 2; partie++) {
    const debut = i;
    let n = 0;
    while (i < debut + 2 && estChiffre(texte.charCodeAt(i))) {
      n = n * 10 + texte.charCodeAt(i) - ZERO;
      i += 1;
    }
    if (i === debut || !'-/. '.includes(texte.charAt(i)) || i >= texte.length) return null;
    nombres.push(n);
    i += 1;
  }
  const annee = i;
  while (i < annee + 5 && estChiffre(texte.charCodeAt(i))) i += 1;
  const chiffres = i - annee;
  if (chiffres !== 2 && chiffres !== 4) return null;
  return [nombres[0] ?? 0, nombres[1] ?? 0, chiffres === 2];
}
