import type { LigneHistorique } from '../../classeur/tables/historique';
import { valeur, type Indicateur } from '../indicateur';
import { FORMULES_PREVISION } from '../calculs/prevision';
import { prevoir, type Horizon } from '../prevision';

function prevision(
  horizon: Horizon,
  libelle: string,
  historique: keyof LigneHistorique,
): Indicateur {
  return {
    cle: `prevision${horizon}`,
    libelle,
    definition:
      'Reste à facturer + devis en cours × leur probabilité, si la signature est prévue d’ici là.',
    unite: 'montant',
    photo: { historique },
    calculer: (index, tranche) => valeur(prevoir(index, tranche.responsable, horizon).pondereHt),
    formule: () => FORMULES_PREVISION[horizon].pondereHt,
  };
}

export const PREVISION_1 = prevision(1, 'Prévision à 1 mois (HT)', 'prevision1');
export const PREVISION_2 = prevision(2, 'Prévision à 2 mois (HT)', 'prevision2');
export const PREVISION_6 = prevision(6, 'Prévision à 6 mois (HT)', 'prevision6');
export const PREVISION_12 = prevision(12, 'Prévision à 12 mois (HT)', 'prevision12');
