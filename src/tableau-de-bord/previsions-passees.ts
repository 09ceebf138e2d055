import { ajouterMois, dernierJour, type Mois } from '../commun/date-civile';
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
  /** Facturé − prévu : négatif, la prévision promettait trop. */
  readonly ecartHt: Centimes;
}

/** L'écart d'un horizon sur plusieurs mois : sa moyenne dit si l'on prévoit trop, ou trop peu. */
export interface EcartMoyen {
  readonly horizonMois: Horizon;
  readonly ecartMoyenHt: Centimes | null;
  /** Prévisions échues observées. */
  readonly n: number;
}

/** Mois observés pour l'écart moyen. */
const MOIS_OBSERVES = 12;

function comparer(
  index: Index,
  horizonMois: Horizon,
  mois: Mois,
  responsable: string | null,
): PrevisionPassee | null {
  const annonceeEn = ajouterMois(mois, -horizonMois);
  const prevueHt = moisClos(index, annonceeEn, responsable)?.[`prevision${horizonMois}`] ?? null;
  if (prevueHt === null) return null;
  const tranche = { de: ajouterMois(annonceeEn, 1), a: mois, responsable };
  const factureeHt = centimes(total(CA_FACTURE.calculer(index, tranche)));
  const ecartHt = centimes(factureeHt - prevueHt);
  return { horizonMois, annonceeEn, prevueHt, factureeHt, ecartHt };
}

/** Les prévisions figées dont l'horizon finit avec ce mois, comparées à ce qui est venu (S4-18). */
export function previsionsPassees(
  index: Index,
  mois: Mois,
  responsable: string | null,
): PrevisionPassee[] {
  return HORIZONS.flatMap((horizon) => comparer(index, horizon, mois, responsable) ?? []);
}

/** Par horizon, la moyenne des écarts des douze mois finis jusqu'à celui-ci. */
export function ecartsMoyens(index: Index, mois: Mois, responsable: string | null): EcartMoyen[] {
  return HORIZONS.map((horizonMois) => {
    const ecarts = Array.from({ length: MOIS_OBSERVES }, (_, i) => ajouterMois(mois, -i))
      .filter((m) => dernierJour(m) < index.aujourdHui)
      .flatMap((m) => comparer(index, horizonMois, m, responsable)?.ecartHt ?? []);
    const somme = ecarts.reduce((a, b) => a + b, 0);
    return {
      horizonMois,
      ecartMoyenHt: ecarts.length === 0 ? null : centimes(Math.round(somme / ecarts.length)),
      n: ecarts.length,
    };
  });
}
