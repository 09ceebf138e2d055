import { ajouterMois, type Mois } from '../commun/date-civile';
import { natureEcart, type NatureEcart } from './ecart';
import type { Unite } from './indicateur';
import type { Index } from './index-commercial';
import { INDICATEURS_A_OBJECTIF, type ColonneObjectif } from './indicateurs-a-objectif';
import { leMois } from './periode';
import { objectifEcrit, objectifReparti } from './repartition';
import { suivre } from './suivi';

export { COLONNES_OBJECTIF, INDICATEURS_A_OBJECTIF } from './indicateurs-a-objectif';
export type { ColonneObjectif } from './indicateurs-a-objectif';

/** Objectif et réalisé d'un indicateur (S3-2) ; les montants sont en centimes. */
export interface SuiviObjectif {
  readonly indicateur: ColonneObjectif;
  readonly unite: Unite;
  readonly objectif: number | null;
  readonly realise: number | null;
  readonly ecart: number | null;
  /** Réalisé ÷ objectif. */
  readonly atteinte: number | null;
  readonly moisPrecedent: number | null;
  readonly anPrecedent: number | null;
  readonly cumulAnnuel: number | null;
  /** Mois de suite sous l'objectif, celui-ci compris (S3-3). */
  readonly moisDeSuiteEnRetard: number;
  /** `null` : l'objectif est tenu, ou il n'y en a pas. */
  readonly nature: NatureEcart | null;
}

/**
 * L'objectif d'un mois, de l'entreprise (`null`) ou d'une personne : celui de sa ligne, sinon sa part
 * de celui de l'année.
 */
export function objectifDe(
  index: Index,
  colonne: ColonneObjectif,
  mois: Mois,
  responsable: string | null,
): number | null {
  return (
    objectifEcrit(index, colonne, mois, responsable) ??
    objectifReparti(index, colonne, mois, responsable)
  );
}

export function suivreObjectif(
  index: Index,
  colonne: ColonneObjectif,
  mois: Mois,
  responsable: string | null,
): SuiviObjectif {
  const indicateur = INDICATEURS_A_OBJECTIF[colonne];
  const suivi = suivre(index, indicateur, mois, responsable);
  const objectif = objectifDe(index, colonne, mois, responsable);
  const realise = suivi.valeur;
  const comparable = objectif !== null && realise !== null;
  const moisDeSuiteEnRetard = retards(index, colonne, mois, responsable);
  return {
    indicateur: colonne,
    unite: indicateur.unite,
    objectif,
    realise,
    ecart: comparable ? realise - objectif : null,
    atteinte: comparable && objectif > 0 ? realise / objectif : null,
    moisPrecedent: suivi.moisPrecedent,
    anPrecedent: suivi.anPrecedent,
    cumulAnnuel: suivi.cumulAnnuel,
    moisDeSuiteEnRetard,
    nature: natureEcart(moisDeSuiteEnRetard),
  };
}

/** Au plus douze : au-delà, un écart est structurel depuis longtemps. */
function retards(
  index: Index,
  colonne: ColonneObjectif,
  mois: Mois,
  responsable: string | null,
): number {
  let n = 0;
  while (n < 12) {
    const m = ajouterMois(mois, -n);
    const objectif = objectifDe(index, colonne, m, responsable);
    if (objectif === null) return n;
    const { valeur } = INDICATEURS_A_OBJECTIF[colonne].calculer(index, leMois(m, responsable));
    if (valeur === null || valeur >= objectif) return n;
    n += 1;
  }
  return n;
}
