import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import type { Contexte } from '../commun/contexte';
import { planEcheancier, type EtapeDue } from '../factures/plan-echeancier';
import type { Depot, DepotWeb } from './marque-depot';
import { planRelances, type OptionsRelances, type ResultatRelances } from './plan-relances';
import { depotsEnAttente, estDeLaBoite, planReprises, type DepotEnAttente } from './reprises';

export interface ResultatDuJour extends ResultatRelances {
  /** Étapes de règlement dont le jour est venu. */
  readonly factures: readonly EtapeDue[];
  /** Brouillons encore « à déposer » que ce passage ne reprend pas : une autre boîte, ou un autre dépôt. */
  readonly enAttente: readonly DepotEnAttente[];
}

export type OptionsDuJour = Depot & Pick<OptionsRelances, 'pour'>;

/**
 * Le travail de chaque matin, en un seul lot : les dépôts interrompus, les relances de devis dues
 * (S1-8) et la prochaine étape de chaque facture (S0-35).
 */
export function planDuJour(
  snapshot: Snapshot,
  contexte: Contexte,
  options: OptionsDuJour = { depot: 'fichier' },
): Plan<ResultatDuJour> {
  const depot: DepotWeb | null = options.depot === 'fichier' ? null : options;
  const reprises = depot ? planReprises(snapshot, contexte, depot) : null;
  const dejaEcrit = reprises?.resultat.contacts ?? [];
  const relances = planRelances(snapshot, contexte, { ...options, dejaEcrit });
  const echeancier = planEcheancier(snapshot, contexte);
  const brouillons = [...(reprises?.resultat.reprises ?? []), ...relances.resultat.brouillons];
  const refusees = [...(reprises?.resultat.refusees ?? []), ...relances.resultat.refusees];
  const enAttente = depotsEnAttente(snapshot)
    .filter((d) => depot === null || !estDeLaBoite(d, depot, contexte.utilisateur))
    .map(({ reference, boite }) => ({ reference, boite }));
  const factures = echeancier.resultat.aFaire;
  return plan(
    { dues: brouillons.length + refusees.length, brouillons, refusees, factures, enAttente },
    {
      changements: [
        ...(reprises?.changements ?? []),
        ...relances.changements,
        ...echeancier.changements,
      ],
      brouillons: [...(reprises?.brouillons ?? []), ...relances.brouillons],
      problemes: [...(reprises?.problemes ?? []), ...relances.problemes, ...echeancier.problemes],
    },
  );
}
