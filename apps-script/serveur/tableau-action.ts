import { remettreLesChoix } from '../../src/sheets-api/choix-tableau';
import { lireEtatGoogle, snapshotDe } from '../../src/sheets-api/lire-classeur-google';
import type { ActionServeur } from './action-serveur';
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
    const etat = piloter(lireEtatGoogle(idClasseur()));
    const monde = { snapshot: snapshotDe(etat), contexte };
    const travail = partie('pilotage').tableauActualiser.travail(contexte);
    const plan = travail.decider(monde);
    piloter(remettreLesChoix(etat));
    return panneauDe(TITRE, travail.conclure(monde, plan, []));
  },
};
