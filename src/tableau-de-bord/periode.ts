import { ajouterMois, type Mois } from '../commun/date-civile';
import type { Tranche } from './indicateur';

export function leMois(mois: Mois, responsable: string | null): Tranche {
  return { de: mois, a: mois, responsable };
}

/** De janvier au mois compris. */
export function lAnnee(mois: Mois, responsable: string | null): Tranche {
  return { de: `${mois.slice(0, 4)}-01` as Mois, a: mois, responsable };
}

/** Les n mois qui finissent par `mois`. */
export function lesDerniersMois(n: number, mois: Mois, responsable: string | null): Tranche {
  return { de: ajouterMois(mois, 1 - n), a: mois, responsable };
}
