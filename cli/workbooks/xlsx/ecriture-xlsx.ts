import type { Ecriture } from '../../../src/classeur/ecritures';

/** Une cellule de l'utilisateur qui change de place ; style `null` : celui de sa colonne. */
export interface Deplacee {
  readonly style: number | null;
  /** Son XML en octets, sans son adresse ; absent : seul son style la suit. */
  readonly xml?: string;
}

export interface EcritureXlsx extends Ecriture<Deplacee> {
  /** Une formule tapée par quelqu'un, sans son `=` ; le tableur la calculera. */
  readonly formule?: string;
}
/** Par rang de colonne. */
export type LigneXlsx = ReadonlyMap<number, EcritureXlsx>;

/** Ce qu'un onglet doit contenir ensuite, cellule par cellule. */
export interface LotFeuille {
  /** Par numéro de ligne ; au-delà des données, la ligne s'y ajoute. */
  readonly modifiees: ReadonlyMap<number, LigneXlsx>;
  /** Lignes ajoutées sous les données. */
  readonly ajoutees: { readonly length: number; at(rang: number): LigneXlsx | undefined };
  /** Les cellules d'une ligne ajoutée, de gauche à droite. */
  parcourirAjoutee(rang: number, faire: (colonne: number, e: EcritureXlsx) => void): void;
  /** La dernière colonne que remplit une ligne ajoutée, à partir de celle-ci ; -1 si aucune. */
  derniereColonneAjoutee(depuis: number): number;
  /** Lignes dont les colonnes déclarées se vident. */
  readonly supprimees: ReadonlySet<number>;
  /** Onglet refait : toutes ses lignes, à partir de la deuxième. */
  readonly refaites: readonly LigneXlsx[] | null;
  /** Une ligne entièrement vidée de ses colonnes déclarées. */
  ligneVide(): LigneXlsx;
}

/** Ce que laisse derrière elle une note qui suit son enregistrement. */
export const VIDEE: EcritureXlsx = {
  brut: null,
  genre: 'texte',
  exact: false,
  deplacee: { style: null },
};
