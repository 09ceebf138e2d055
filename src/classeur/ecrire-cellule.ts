import {
  versSerie,
  premierJour,
  type DateCivile,
  type Horodatage,
  type Mois,
} from '../commun/date-civile';
import { enEuros, type Centimes } from '../commun/montant';
import type { Colonne, Genre, ValeurLibre } from './colonne';

/** Une cellule à écrire : sa valeur brute, et le genre qui fixe son format. */
export interface CelluleEcrite {
  readonly brut: string | number | boolean | null;
  readonly genre: Genre;
  /** Montrer le signe, « + » compris. */
  readonly signe?: boolean;
}

/**
 * Un texte incompris, écrit tel quel dans une colonne d'un autre genre : à la lecture, il redevient
 * une cellule illisible, donc une anomalie à son adresse (imports).
 */
export interface ValeurBrute {
  readonly brut: string;
}

/** Le contenu exact qu'une cellule avait, à lui rendre : un nombre tapé en texte y redevient ce texte. */
export interface ValeurRendue {
  readonly rendu: string | number | boolean | null;
}

export function estValeurRendue(valeur: unknown): valeur is ValeurRendue {
  return typeof valeur === 'object' && valeur !== null && 'rendu' in valeur;
}

export function estValeurBrute(valeur: unknown): valeur is ValeurBrute {
  return typeof valeur === 'object' && valeur !== null && 'brut' in valeur;
}

/** L'inverse de `lireCellule` : la valeur d'un enregistrement devient ce que la cellule contient. */
export function ecrireCellule(colonne: Colonne, valeur: unknown): CelluleEcrite {
  if (valeur === null || valeur === undefined) return { brut: null, genre: colonne.genre };
  if (estValeurBrute(valeur)) return { brut: valeur.brut, genre: 'texte' };
  if (estValeurRendue(valeur)) {
    const { rendu } = valeur;
    return { brut: rendu, genre: typeof rendu === 'string' ? 'texte' : colonne.genre };
  }
  if (colonne.genre === 'libre') return ecrireLibre(valeur as ValeurLibre);
  return { brut: brutDe(colonne.genre, valeur), genre: colonne.genre };
}

function ecrireLibre(valeur: ValeurLibre): CelluleEcrite {
  if (typeof valeur === 'object') {
    const { genre, signe } = valeur;
    return { brut: brutDe(genre, valeur.valeur), genre, ...(signe ? { signe } : {}) };
  }
  if (typeof valeur === 'boolean') return { brut: valeur ? 'Oui' : 'Non', genre: 'booleen' };
  return { brut: valeur, genre: typeof valeur === 'number' ? 'nombre' : 'texte' };
}

function brutDe(genre: Genre, valeur: unknown): string | number {
  switch (genre) {
    case 'montant':
      return enEuros(valeur as Centimes);
    case 'date':
      return versSerie(valeur as DateCivile);
    case 'mois':
      return versSerie(premierJour(valeur as Mois));
    case 'horodatage':
      return serieHorodatage(valeur as Horodatage);
    case 'booleen':
      return valeur ? 'Oui' : 'Non';
    case 'entier':
    case 'nombre':
    case 'taux':
      return valeur as number;
    default:
      return String(valeur);
  }
}

function serieHorodatage(valeur: Horodatage): number {
  const minutes = Number(valeur.slice(11, 13)) * 60 + Number(valeur.slice(14, 16));
  return versSerie(valeur.slice(0, 10) as DateCivile) + minutes / 1440;
}
