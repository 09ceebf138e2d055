import { remettreLesChoix } from '../../src/sheets-api/choix-tableau';
import { mener, type ActionServeur } from './action-serveur';
import { idClasseur } from './classeur';
import { contexteGoogle } from './identite';
import { panneauDe } from './panneau';
import { partie } from './partie';
import { piloter } from './piloter';

const TITRE = 'Tableau de bord';

/** La page remise au mois du jour, et ses figures principales ici. */
export const tableauAction: ActionServeur = {
  titre: TITRE,
  ouvrir() {
    const contexte = contexteGoogle();
    piloter(remettreLesChoix(idClasseur()));
    const { tableauActualiser } = partie('pilotage');
    return panneauDe(TITRE, mener(tableauActualiser.travail(contexte), contexte));
  },
};
