import type { Alignement } from '../formats';

/** L'aspect d'une cellule d'une page libre ; tailles en points, couleurs RVB sans `#`. */
export interface StyleLibre {
  readonly taille?: number;
  readonly gras?: boolean;
  readonly italique?: boolean;
  readonly souligne?: boolean;
  readonly couleur?: string;
  readonly fond?: string;
  readonly format?: string;
  readonly alignement?: Alignement;
  readonly vertical?: 'top' | 'middle' | 'bottom';
  readonly retourALaLigne?: boolean;
  readonly filetHaut?: string;
  readonly filetBas?: string;
}

/**
 * Une cellule : un texte, un nombre ou une formule (virgules, noms anglais, références absolues, sans
 * nombre décimal), son style, son nom s'il y en a un, et ce qu'elle couvre si elle est fusionnée.
 */
export interface CelluleLibre {
  readonly ligne: number;
  readonly colonne: number;
  readonly texte?: string;
  readonly nombre?: number;
  readonly formule?: string;
  readonly style: StyleLibre;
  readonly nom?: string;
  readonly colonnes?: number;
  readonly lignes?: number;
  /** La liste déroulante : le nom d'une plage. */
  readonly liste?: string;
  /** Ce que la liste déroulante dit à qui tape autre chose. */
  readonly aide?: string;
  /**
   * Un lien vers une ligne : l'onglet, et la formule qui donne le numéro de ligne (vide : pas de lien).
   * Excel et LibreOffice suivent `#Devis!A12`, Google `#gid=…&range=A12` : chaque coquille l'écrit.
   */
  readonly lien?: { readonly onglet: string; readonly ligne: string; readonly texte: string };
}

/** Une mise en valeur ; `condition` vise la première cellule de `plage`, en référence relative. */
export interface RegleLibre {
  readonly plage: string;
  readonly condition: string;
  readonly couleur?: string;
  readonly gras?: boolean;
}

/** Une page sans table : chaque coquille la dessine telle quelle. */
export interface PageLibre {
  readonly nom: string;
  readonly couleur: string;
  /** Largeurs, en caractères. */
  readonly largeurs: readonly number[];
  /** Hauteurs imposées, en points, par ligne. */
  readonly hauteurs: Readonly<Record<number, number>>;
  readonly cellules: readonly CelluleLibre[];
  readonly regles: readonly RegleLibre[];
  readonly protegee: boolean;
  /** Ce qui s'imprime : toute la page, sur une feuille A4 en paysage, ou ces seules colonnes. */
  readonly impression: 'page' | { readonly colonnes: number };
}
