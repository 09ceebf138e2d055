import { lireBooleen, lireDate, lireMois, lireNombre } from '../commun/lire-texte';
import { depuisSerie, moisDe, type Horodatage } from '../commun/date-civile';
import { eurosVersCentimes } from '../commun/montant';
import { normaliser } from '../commun/texte';
import type { Colonne, Genre } from './colonne';
import type { CelluleBrute } from './source';

/** La cellule a un contenu que la colonne ne comprend pas : une anomalie, jamais un défaut. */
export const ILLISIBLE = Symbol('illisible');

const choixConnus = new WeakMap<Colonne, Map<string, string>>();

function lireChoix(colonne: Colonne, texte: string): string | typeof ILLISIBLE {
  let connus = choixConnus.get(colonne);
  if (!connus) {
    connus = new Map(colonne.valeurs.map((v) => [normaliser(v), v]));
    for (const v of colonne.valeurs) connus.set(v, v);
    choixConnus.set(colonne, connus);
  }
  return connus.get(texte) ?? connus.get(normaliser(texte)) ?? ILLISIBLE;
}

const deux = (n: number): string => String(n).padStart(2, '0');

function horodatageDepuisSerie(serie: number): Horodatage | null {
  const minutes = Math.round(serie * 1440);
  const jour = depuisSerie(Math.floor(minutes / 1440));
  if (!jour) return null;
  const reste = minutes % 1440;
  return `${jour}T${deux(Math.floor(reste / 60))}:${deux(reste % 60)}` as Horodatage;
}

/** Un taux s'écrit `20 %` ou `0,2` ; `20` tout court est ambigu. */
function lireTaux(brut: string | number): number | null {
  if (typeof brut === 'number') return Math.abs(brut) <= 1 ? brut : null;
  const pourcent = /^(.*?)\s*%$/.exec(brut.trim());
  const n =
    lireNombre(pourcent?.[1] ?? brut, { decimal: ',' }) ?? lireNombre(pourcent?.[1] ?? brut);
  if (n === null) return null;
  if (pourcent) return Number((n / 100).toFixed(10));
  return Math.abs(n) <= 1 ? n : null;
}

/** Genres dont la cellule est un nombre, et leur conversion depuis un nombre ou un texte. */
const LECTEURS: Partial<Record<Genre, (brut: string | number) => unknown>> = {
  montant: (b) => {
    const n = typeof b === 'number' ? b : lireNombre(b);
    return n === null || Math.abs(n) > 1e13 ? null : eurosVersCentimes(n);
  },
  entier: (b) => {
    const n = typeof b === 'number' ? b : lireNombre(b);
    return n !== null && Number.isSafeInteger(n) ? n : null;
  },
  nombre: (b) => (typeof b === 'number' ? b : lireNombre(b)),
  taux: lireTaux,
  date: (b) => (typeof b === 'number' ? depuisSerie(b) : lireDate(b)),
  mois: (b) => {
    if (typeof b === 'string') return lireMois(b);
    const jour = depuisSerie(b);
    return jour && moisDe(jour);
  },
  horodatage: (b) => {
    if (typeof b === 'number') return horodatageDepuisSerie(b);
    const jour = lireDate(b);
    const heure = /(\d{1,2})[:h](\d{2})/.exec(b);
    return (
      jour && `${jour}T${heure ? `${(heure[1] ?? '').padStart(2, '0')}:${heure[2]}` : '00:00'}`
    );
  },
};

/**
 * Valeur d'une cellule selon sa colonne : `null` si elle est vide, `ILLISIBLE` si son contenu
 * n'est pas compris. Tolère les nombres et dates tapés en texte, la casse, les espaces.
 */
export function lireCellule(colonne: Colonne, brut: CelluleBrute): unknown {
  if (brut === null || brut === undefined) return null;
  if (typeof brut === 'object') return ILLISIBLE;
  if (typeof brut === 'string') {
    const t = brut.trim();
    if (t === '') return null;
    return lireTexteDe(colonne, t);
  }
  if (colonne.genre === 'libre') return brut;
  if (typeof brut === 'boolean') {
    if (colonne.genre === 'booleen') return brut;
    return estTextuel(colonne.genre) ? (brut ? 'Oui' : 'Non') : ILLISIBLE;
  }
  if (estTextuel(colonne.genre)) return String(brut);
  if (colonne.genre === 'choix') return lireChoix(colonne, String(brut));
  if (colonne.genre === 'booleen') return brut === 1 ? true : brut === 0 ? false : ILLISIBLE;
  return LECTEURS[colonne.genre]?.(brut) ?? ILLISIBLE;
}

/** Un tableur ne connaît que `\n` ; un `\r` venu d'ailleurs ne fait pas deux textes différents. */
function finsDeLigne(texte: string): string {
  return texte.includes('\r') ? texte.replace(/\r\n?/g, '\n') : texte;
}

function lireTexteDe(colonne: Colonne, t: string): unknown {
  if (estTextuel(colonne.genre) || colonne.genre === 'libre') return finsDeLigne(t);
  if (colonne.genre === 'choix') return lireChoix(colonne, t);
  if (colonne.genre === 'booleen') return lireBooleen(t) ?? ILLISIBLE;
  return LECTEURS[colonne.genre]?.(t) ?? ILLISIBLE;
}

/** Par comparaisons : bien plus vite que par un ensemble, et chaque cellule passe ici. */
function estTextuel(genre: Genre): boolean {
  return (
    genre === 'texte' ||
    genre === 'long' ||
    genre === 'email' ||
    genre === 'personne' ||
    genre === 'lien'
  );
}
