import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import type { Contexte } from '../commun/contexte';
import { planEcheancier, type EtapeDue } from '../factures/plan-echeancier';
import { planRelances, type FiltreRelances, type ResultatRelances } from './plan-relances';

export interface ResultatDuJour extends ResultatRelances {
  /** Étapes de règlement dont le jour est venu. */
  readonly factures: readonly EtapeDue[];
}

/**
 * Le travail de chaque matin, en un seul lot : les relances de devis dues (S1-8) et la prochaine
 * étape de chaque facture (S0-35). Le filtre ne vaut que pour les relances.
 */
export function planDuJour(
  snapshot: Snapshot,
  contexte: Contexte,
  filtre: FiltreRelances = {},
): Plan<ResultatDuJour> {
  const relances = planRelances(snapshot, contexte, filtre);
  const echeancier = planEcheancier(snapshot, contexte);
  return plan(
    { ...relances.resultat, factures: echeancier.resultat.aFaire },
    {
      changements: [...relances.changements, ...echeancier.changements],
      brouillons: relances.brouillons,
      problemes: [...relances.problemes, ...echeancier.problemes],
    },
  );
}
