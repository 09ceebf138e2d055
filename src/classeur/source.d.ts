/** Ce qu'une coquille sait lire d'un classeur, quel qu'en soit le support. */
/** Contenu d'une cellule ; une date est son numéro de série (système 1900). */
export type CelluleBrute =
  | string
  | number
  | boolean
  | null
  | undefined
  | {
      readonly erreur: string;
    };
export interface LigneBrute {
  /** Numéro de ligne dans l'onglet, à partir de 1. */
  readonly ligne: number;
  /** Cellules par rang de colonne à partir de 0 ; les vides peuvent manquer. */
  readonly cellules: readonly CelluleBrute[];
}
export interface SourceClasseur {
  readonly onglets: readonly string[];
  /** La ligne 1 d'un onglet. */
  entete(onglet: string): readonly CelluleBrute[];
  /** Les lignes 2 et suivantes d'un onglet, dans l'ordre. */
  lignes(onglet: string): Iterable<LigneBrute>;
}
/** Rang de colonne (0) → lettre (`A`) ; 26 → `AA`. */
export declare function lettreColonne(rang: number): string;
