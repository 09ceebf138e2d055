import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import type { Contexte } from '../commun/contexte';
import type { Mois } from '../commun/date-civile';
import { calculerTableau, type Tableau } from './calculer-tableau';

/**
 * Les chiffres d'un mois (S3-1 à S3-4). Aucune écriture : l'onglet « Tableau de bord » est vivant, et
 * le mois qu'il montre est le choix de qui le lit.
 */
export function planTableau(
  snapshot: Snapshot,
  { mois, responsable = null }: { readonly mois: Mois; readonly responsable?: string | null },
  contexte: Contexte,
): Plan<Tableau> {
  return plan(calculerTableau(snapshot, { mois, responsable, aujourdHui: contexte.aujourdHui }));
}
