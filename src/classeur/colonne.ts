import type { Centimes } from '../commun/montant';
import type { DateCivile, Horodatage, Mois } from '../commun/date-civile';

/**
 * Une colonne, déclarée une fois : d'elle viennent l'en-tête, le lecteur, le format, la liste
 * déroulante, la note d'aide, l'import et la documentation.
 */
export type Genre =
  | 'texte' // texte d'une ligne
  | 'long' // texte de plusieurs lignes, renvoyé à la ligne
  | 'entier'
  | 'nombre' // décimal : note, durée en heures
  | 'montant' // centimes ↔ euros de la cellule
  | 'taux' // 0,2 affiché 20 %
  | 'date'
  | 'mois' // premier jour du mois dans la cellule
  | 'horodatage'
  | 'booleen' // Oui / Non
  | 'choix' // une valeur d'une liste
  | 'email'
  | 'personne' // adresse e-mail d'un membre de l'équipe, ou à défaut son nom de compte
  | 'lien'
  | 'libre'; // valeur de nature variable (réglages, figures)

/** Qui écrit la colonne : les colonnes du produit sont grisées. */
type Auteur = 'personne' | 'produit';

export interface Options {
  /** Ce qu'il faut y écrire : note de l'en-tête. */
  readonly aide?: string;
  readonly requis?: boolean;
  /** Les classeurs faits avant elle n'ont pas cette colonne : elle s'y lit vide et ne s'y écrit pas. */
  readonly facultative?: boolean;
  readonly par?: Auteur;
  /** En caractères, comme dans un tableur. */
  readonly largeur?: number;
}

export interface Colonne<V = unknown> {
  readonly genre: Genre;
  readonly entete: string;
  readonly aide: string;
  readonly requis: boolean;
  readonly facultative: boolean;
  readonly par: Auteur;
  readonly largeur: number;
  /** Valeurs permises (genre `choix`), dans l'ordre de la liste déroulante. */
  readonly valeurs: readonly string[];
  /** Porte le type de la valeur ; n'existe pas à l'exécution. */
  readonly _valeur?: V;
}

/** Une valeur écrite dans une colonne `libre`, avec sa nature (donc son format). */
export type ValeurLibre =
  | string
  | number
  | boolean
  | {
      readonly genre: 'montant' | 'taux' | 'date' | 'mois' | 'entier' | 'nombre';
      readonly valeur: number | string;
      /** Un écart : son signe se montre, « + » compris. */
      readonly signe?: boolean;
    };

const LARGEURS: Record<Genre, number> = {
  texte: 22,
  long: 44,
  entier: 9,
  nombre: 9,
  montant: 15,
  taux: 9,
  date: 13,
  mois: 12,
  horodatage: 17,
  booleen: 9,
  choix: 16,
  email: 30,
  personne: 30,
  lien: 24,
  libre: 20,
};

function colonne<V>(
  genre: Genre,
  entete: string,
  options: Options,
  valeurs: readonly string[] = [],
): Colonne<V> {
  return {
    genre,
    entete,
    aide: options.aide ?? '',
    requis: options.requis ?? false,
    facultative: options.facultative ?? false,
    par: options.par ?? 'personne',
    largeur: options.largeur ?? LARGEURS[genre],
    valeurs,
  };
}

export const texte = (entete: string, options: Options = {}): Colonne<string> =>
  colonne('texte', entete, options);
export const long = (entete: string, options: Options = {}): Colonne<string> =>
  colonne('long', entete, options);
export const entier = (entete: string, options: Options = {}): Colonne<number> =>
  colonne('entier', entete, options);
export const nombre = (entete: string, options: Options = {}): Colonne<number> =>
  colonne('nombre', entete, options);
export const montant = (entete: string, options: Options = {}): Colonne<Centimes> =>
  colonne('montant', entete, options);
export const taux = (entete: string, options: Options = {}): Colonne<number> =>
  colonne('taux', entete, options);
export const date = (entete: string, options: Options = {}): Colonne<DateCivile> =>
  colonne('date', entete, options);
export const mois = (entete: string, options: Options = {}): Colonne<Mois> =>
  colonne('mois', entete, options);
export const horodatage = (entete: string, options: Options = {}): Colonne<Horodatage> =>
  colonne('horodatage', entete, options);
export const booleen = (entete: string, options: Options = {}): Colonne<boolean> =>
  colonne('booleen', entete, options);
export const email = (entete: string, options: Options = {}): Colonne<string> =>
  colonne('email', entete, options);
export const personne = (entete: string, options: Options = {}): Colonne<string> =>
  colonne('personne', entete, options);
export const lien = (entete: string, options: Options = {}): Colonne<string> =>
  colonne('lien', entete, options);
export const libre = (entete: string, options: Options = {}): Colonne<ValeurLibre> =>
  colonne('libre', entete, options);
export const choix = <const C extends string>(
  entete: string,
  valeurs: readonly C[],
  options: Options = {},
): Colonne<C> => colonne('choix', entete, options, valeurs);
