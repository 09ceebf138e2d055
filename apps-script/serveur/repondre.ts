import type { Envoi, Panneau, ReponseEnvoi } from '../panneau/contrat';
import { destinationDe } from '../actions/cible';
import type { ActionServeur, Traitement } from './action-serveur';
import { lireClasseur } from './classeur';
import { lireEnvoi, lireOuverture } from './demande';
import { EchecModule } from './echec-module';
import { direErreur } from './erreurs';
import { contexteGoogle } from './identite';
import { origineDe } from './marque-envoi';
import { garderReponse, reponseGardee } from './memoire';
import { panneauOuErreur } from './panneau';
import { REGISTRE } from './registre';
import { ligneChoisie } from './selection';
import { sousVerrou } from './verrou';

/** Ce que le serveur répond au menu et à la page. Aucune erreur n'en sort : elle y devient un panneau. */

const TITRE = 'Suivi commercial';

function trouver(action: string): ActionServeur {
  const trouvee = REGISTRE.get(action);
  if (!trouvee) throw new EchecModule('DEMANDE');
  return trouvee;
}

/** Un bouton d'un panneau : le panneau suivant. */
export function panneauSuivant(texte: unknown): Panneau {
  return panneauOuErreur(TITRE, () => {
    const { action, cible } = lireOuverture(texte);
    const trouvee = trouver(action);
    return panneauOuErreur(trouvee.titre, () => trouvee.ouvrir(cible));
  });
}

/** Une entrée du menu : le panneau de l'action, sur la ligne sélectionnée si elle convient. */
export function panneauDuMenu(action: string, surLaLigne: boolean): Panneau {
  const { titre, ouvrir } = trouver(action);
  return panneauOuErreur(titre, () => {
    if (!surLaLigne) return ouvrir(null);
    const lu = lireClasseur();
    const vers = destinationDe(action, lu.snapshot, ligneChoisie(lu));
    return trouver(vers.action).ouvrir(vers.cible, lu);
  });
}

function uneSeuleFois(envoi: Envoi, { traiter }: Traitement): ReponseEnvoi {
  return sousVerrou(() => {
    const gardee = reponseGardee(envoi.jeton);
    if (gardee) return gardee;
    const reponse = traiter(envoi, contexteGoogle(origineDe(envoi.jeton)));
    if (reponse.ok) garderReponse(envoi.jeton, reponse);
    return reponse;
  });
}

/** L'envoi d'un formulaire : le panneau suivant, ou ce qu'il faut corriger. */
export function reponseA(texte: unknown): ReponseEnvoi {
  try {
    const envoi = lireEnvoi(texte);
    const { envoi: traitement } = trouver(envoi.action);
    if (!traitement) throw new EchecModule('DEMANDE');
    return traitement.ecrit
      ? uneSeuleFois(envoi, traitement)
      : traitement.traiter(envoi, contexteGoogle());
  } catch (erreur) {
    return { ok: false, message: direErreur(erreur, true), champs: {} };
  }
}
