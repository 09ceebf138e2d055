import type { Snapshot } from '../classeur/snapshot';
import type { DateCivile, Mois } from '../commun/date-civile';
import { portefeuilleParAge } from './ages';
import { alertes } from './alertes/liste';
import { personne } from './attribution';
import { entonnoir } from './entonnoir';
import { figures } from './figures';
import { indexer, type Index } from './index-commercial';
import { modeleInverse } from './modele-inverse';
import { COLONNES_OBJECTIF, suivreObjectif } from './objectifs';
import { caParSecteur, motifsDePerte, plusBeauxContrats } from './palmares';
import { objectifsIndividuels } from './objectifs-individuels';
import { lAnnee, leMois, lesDerniersMois } from './periode';
import { HORIZONS, prevoir } from './prevision';
import { ecartsMoyens, previsionsPassees } from './previsions-passees';
import { responsablesActifs, tableauResponsable } from './responsables';
import { satisfactionDetaillee } from './satisfaction-detaillee';

export interface DemandeTableau {
  readonly mois: Mois;
  /** `null` ou absent : toute l'entreprise. */
  readonly responsable?: string | null;
  /** Date le portefeuille, les prévisions et les alertes, quel que soit le mois regardé. */
  readonly aujourdHui: DateCivile;
}

export type Tableau = ReturnType<typeof tableauDe>;

/**
 * Le tableau de bord d'un mois (S2-5, S2-6, S3-1 à S3-4, S4-8 à S4-20). Les flux (devis, CA,
 * satisfaction) sont ceux du mois ; portefeuille, prévisions et alertes sont ceux d'aujourd'hui :
 * l'état passé d'un devis ne se devine pas, il se lit dans Historique. Montants en centimes.
 */
export function calculerTableau(snapshot: Snapshot, demande: DemandeTableau): Tableau {
  const { mois, responsable = null, aujourdHui } = demande;
  const index = indexer(snapshot, aujourdHui);
  return tableauDe(index, mois, responsable === null ? null : personne(responsable));
}

export function tableauDe(index: Index, mois: Mois, responsable: string | null) {
  const annee = lAnnee(mois, responsable);
  const previsions = HORIZONS.map((h) => prevoir(index, responsable, h));
  const objectifs = COLONNES_OBJECTIF.map((c) => suivreObjectif(index, c, mois, responsable));
  const personnes = responsablesActifs(index, mois).filter(
    (p) => responsable === null || p === responsable,
  );
  return {
    mois,
    ...figures(index, leMois(mois, responsable)),
    previsions,
    objectifs,
    parResponsable: personnes.map((p) => tableauResponsable(index, mois, p)),
    alertes: alertes({ index, mois, responsable, objectifs, previsions }),
    responsable,
    portefeuilleParAge: portefeuilleParAge(index, responsable),
    previsionsPassees: previsionsPassees(index, mois, responsable),
    satisfactionDetaillee: satisfactionDetaillee(index, leMois(mois, responsable)),
    entonnoir: entonnoir(index, lesDerniersMois(12, mois, responsable)),
    modeleInverse: modeleInverse(index, mois, responsable),
    plusBeauxContrats: plusBeauxContrats(index, annee),
    motifsDePerte: motifsDePerte(index, annee),
    caParSecteur: caParSecteur(index, annee),
    ecartsPrevision: ecartsMoyens(index, mois, responsable),
    objectifsIndividuels: responsable === null ? objectifsIndividuels(index, mois) : [],
  };
}
