import { BLOCS } from '../../src/tableau-de-bord/calculs';
import type { CleTable } from '../../src/classeur/tables';
import { REPERES } from './cadre-chiffres';
import { resoudre, sourceDuModele, type ColonneSource } from './resoudre';

/** Lignes de calcul d'un classeur neuf, par onglet ; le produit en ajoute quand l'onglet s'allonge. */
export const LIGNES_DE_DEPART = 500;

/** Une colonne de « Calculs » : son en-tête, sa formule en ligne 2 (elle se recopie vers le bas). */
export interface ColonneDeCalcul {
  readonly bloc: string;
  readonly source: CleTable;
  /** Ses lignes sont les seules qui ont encore à dire. */
  readonly serre: boolean;
  readonly entete: string;
  readonly formule: string;
}

/**
 * L'onglet « Calculs », colonne par colonne : une ligne par ligne des onglets. Les références à la
 * ligne sont relatives (`$D2`) ; tout le reste est absolu.
 */
export function colonnesDeCalcul(source: ColonneSource = sourceDuModele): ColonneDeCalcul[] {
  return BLOCS.flatMap((bloc) =>
    Object.entries(bloc.colonnes).map(([cle, formule]) => ({
      bloc: bloc.nom,
      source: bloc.source,
      serre: bloc.serre,
      entete: `${bloc.nom}.${cle}`,
      formule: resoudre(formule, REPERES, { bloc, ligne: 2, source }),
    })),
  );
}
