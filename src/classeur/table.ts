import type { Colonne } from './colonne';

export type Famille = 'quotidien' | 'suivi' | 'reglages' | 'technique';

/**
 * Nature d'un onglet :
 * `saisie` : des personnes y écrivent ; `registre` : le produit y ajoute seulement, protégé ;
 */
type Nature = 'saisie' | 'registre' | 'genere';

export interface Table<C extends Colonnes = Colonnes> {
  /** Nom de l'onglet. */
  readonly onglet: string;
  readonly famille: Famille;
  readonly nature: Nature;
  /** Une phrase : à quoi sert l'onglet. */
  readonly objet: string;
  readonly colonnes: C;
  /** Colonnes qui, ensemble, nomment un enregistrement ; vide si aucune ne le fait. */
  readonly identite: readonly string[];
}

export type Colonnes = Readonly<Record<string, Colonne>>;

export function table<const C extends Colonnes>(
  declaration: Table<C> & { readonly identite: readonly (keyof C & string)[] },
): Table<C> {
  return declaration;
}

type ValeurDe<C> = C extends Colonne<infer V> ? V : never;

/** Les valeurs d'un enregistrement ; `null` : cellule vide ou illisible (voir `Snapshot.illisible`). */
export type Valeurs<T extends Table> = {
  readonly [K in keyof T['colonnes']]: ValeurDe<T['colonnes'][K]> | null;
};

/** Un enregistrement lu : ses valeurs, et sa ligne dans l'onglet (l'en-tête est la ligne 1). */
export type Enregistrement<T extends Table> = Valeurs<T> & { readonly ligne: number };
