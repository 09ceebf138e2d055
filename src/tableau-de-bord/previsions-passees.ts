import { ajouterMois, type Mois } from '../commun/date-civile';
import { centimes, type Centimes } from '../commun/montant';
import { total } from './indicateur';
import type { Index } from './index-commercial';
import { CA_FACTURE } from './indicateurs/factures';
import { HORIZONS, type Horizon } from './prevision';
import { moisClos } from './suivi';

/** Ce qu'un mois clos annonçait, et ce qui a été facturé depuis, horizon compris. */
export interface PrevisionPassee {
  readonly horizonMois: Horizon;
  readonly annonceeEn: Mois;
  readonly prevueHt: Centimes;
  readonly factureeHt: Centimes;
}

/** Les prévisions figées dont l'horizon finit avec ce mois, comparées à ce qui est venu (S4-18). */
export function previsionsPassees(
  index: Index,
  mois: Mois,
  responsable: string | null,
): PrevisionPassee[] {
  return HORIZONS.flatMap((horizonMois) => {
    const annonceeEn = ajouterMois(mois, -horizonMois);
    const prevueHt = moisClos(index, annonceeEn, responsable)?.[`prevision${horizonMois}`] ?? null;
    if (prevueHt === null) return [];
    const tranche = { de: ajouterMois(annonceeEn, 1), a: mois, responsable };
    const factureeHt = centimes(total(CA_FACTURE.calculer(index, tranche)));
    return [{ horizonMois, annonceeEn, prevueHt, factureeHt }];
  });
}
