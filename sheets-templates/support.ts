import type { CleTable } from '../src/classeur/tables';
import { citer, colonneEntiere, lettreDe } from './references';
import { TABLES } from '../src/classeur/tables';

/** Ce qui diffère d'un support à l'autre dans les textes et les formules du classeur. */
export interface Support {
  /** Une colonne entière, telle qu'une formule la cite. */
  readonly colonne: (table: CleTable, colonne: string) => string;
  /** Une cellule, de même. */
  readonly cellule: (table: CleTable, colonne: string, ligne: number) => string;
  /** Choisit les mots : ceux de la commande, ou ceux du menu. */
  readonly dire: (commande: string, menu: string) => string;
}

/** Le fichier `.xlsx`, que sert la commande : les colonnes y sont à leur place de départ. */
export const FICHIER: Support = {
  colonne: colonneEntiere,
  cellule: (table, colonne, ligne) =>
    `${citer(TABLES[table].onglet)}!$${lettreDe(table, colonne)}$${ligne}`,
  dire: (commande) => commande,
};
