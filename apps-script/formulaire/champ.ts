import type { Colonne, Genre } from '../../src/classeur/colonne';
import type { GenreChamp } from '../panneau/contrat';
import { lecteurDe, type Lecteur } from './lecteurs';

/** Un champ de formulaire : la colonne dont il vient, et ce qui lui est propre. */
export interface ChampDeclare<V = unknown> {
  readonly colonne: Colonne;
  readonly genre: GenreChamp;
  readonly libelle: string;
  readonly aide: string;
  readonly requis: boolean;
  readonly choix: readonly string[];
  readonly lire: Lecteur;
  /** Porte le type de la valeur lue ; n'existe pas à l'exécution. */
  readonly _valeur?: V;
}

export type Champs = Readonly<Record<string, ChampDeclare>>;

/** Ce qu'un formulaire rempli donne : `null` là où rien n'est tapé. */
export type Valeurs<F extends Champs> = {
  readonly [K in keyof F]: F[K] extends ChampDeclare<infer V> ? V : never;
};

interface Particularites {
  readonly libelle?: string;
  readonly aide?: string;
  /** Parmi les valeurs de la colonne, celles que ce formulaire propose. */
  readonly choix?: readonly string[];
  readonly genre?: GenreChamp;
  readonly lire?: Lecteur;
}

const GENRES: Readonly<Record<Genre, GenreChamp>> = {
  texte: 'texte',
  long: 'long',
  entier: 'nombre',
  nombre: 'nombre',
  montant: 'montant',
  taux: 'taux',
  date: 'date',
  mois: 'choix',
  horodatage: 'texte',
  booleen: 'ouiNon',
  choix: 'choix',
  email: 'email',
  personne: 'texte',
  lien: 'texte',
  libre: 'texte',
};

function declarer(colonne: Colonne, requis: boolean, p: Particularites): ChampDeclare<never> {
  const genre = p.genre ?? GENRES[colonne.genre];
  const choix = p.choix ?? colonne.valeurs;
  return {
    colonne,
    genre,
    libelle: p.libelle ?? colonne.entete,
    aide: p.aide ?? colonne.aide,
    requis,
    choix,
    lire: p.lire ?? lecteurDe(genre, colonne, choix),
  };
}

/** Un champ facultatif, tiré de sa colonne. */
export function champ<V>(
  colonne: Colonne<V>,
  particularites: Particularites = {},
): ChampDeclare<V | null> {
  return declarer(colonne, false, particularites);
}

/** Un champ à remplir, tiré de sa colonne. */
export function champRequis<V>(
  colonne: Colonne<V>,
  particularites: Particularites = {},
): ChampDeclare<V> {
  return declarer(colonne, true, particularites);
}
