import type { OngletGoogle } from '../../src/sheets-api/lire-etat';
import { lettreColonne } from '../../src/classeur/source';
import { TABLES, type CleTable } from '../../src/classeur/tables';
import { citer } from '../references';
import type { Support } from '../support';
import { formuleSheets } from './formule';

/** Où sera chaque chose une fois le classeur installé. */
export interface Lieu {
  readonly sheetId: number;
  /** Hauteur de l'onglet. */
  readonly rangees: number;
  /** Colonne déclarée → rang (0). */
  readonly positions: ReadonlyMap<string, number>;
  /** L'onglet tel qu'il est ; absent, il sera créé. */
  readonly onglet: OngletGoogle | undefined;
}
export type Lieux = ReadonlyMap<CleTable, Lieu>;

export function lieuDe(lieux: Lieux, table: CleTable): Lieu {
  const lieu = lieux.get(table);
  if (!lieu) throw new Error(`Onglet sans place : ${table}`);
  return lieu;
}

export const rangDe = (lieu: Lieu, colonne: string): number => lieu.positions.get(colonne) ?? 0;

const lettreDe = (lieu: Lieu, colonne: string): string => lettreColonne(rangDe(lieu, colonne));

/** Le classeur Google et son menu : les colonnes y sont où l'utilisateur les a mises. */
export const supportGoogle = (lieux: Lieux): Support => ({
  colonne: (table, colonne) => {
    const lettre = lettreDe(lieuDe(lieux, table), colonne);
    return `${citer(TABLES[table].onglet)}!$${lettre}:$${lettre}`;
  },
  cellule: (table, colonne, ligne) =>
    `${citer(TABLES[table].onglet)}!$${lettreDe(lieuDe(lieux, table), colonne)}$${ligne}`,
  dire: (_, menu) => menu,
});

/** `[statut]` → `$L2`, `[-rubrique]` → `$A1` : une formule vue de la première ligne de données. */
export function formuleDeLigne(lieu: Lieu, formule: string): string {
  return formuleSheets(
    formule.replace(
      /\[(-?)(\w+)\]/g,
      (_, precedente: string, cle: string) => `$${lettreDe(lieu, cle)}${precedente ? 1 : 2}`,
    ),
  );
}
