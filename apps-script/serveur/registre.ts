import { servir, ACTIONS, type ActionServeur } from './action-serveur';
import type { Action } from '../actions/action';
import { automatismesPrendre } from './automatismes';
import { importer, importerEcrire } from './importer';
import { installerAction } from './installer';
import { partie } from './partie';
import { relancesAction } from './relances-action';
import { tableauAction } from './tableau-action';

/** Une action rangée dans une partie : elle n'est chargée que lorsqu'on l'ouvre. */
function dePartie(titre: string, charger: () => Action): ActionServeur {
  return {
    titre,
    ouvrir: (cible, lu) => servir(charger()).ouvrir(cible, lu),
    get envoi() {
      return servir(charger()).envoi;
    },
  };
}

/** Toutes les actions que le menu ou un panneau peut nommer. */
export const REGISTRE: ReadonlyMap<string, ActionServeur> = new Map([
  ...ACTIONS,
  ['relances.preparer', relancesAction],
  ['tableau.actualiser', tableauAction],
  ['tableau.cloturer', dePartie('Clôturer le mois', () => partie('pilotage').tableauCloturer)],
  ['tableau.rouvrir', dePartie('Rouvrir un mois clos', () => partie('pilotage').tableauRouvrir)],
  ['importer', importer],
  ['importer.ecrire', importerEcrire],
  ['controler', dePartie('Contrôle du classeur', () => partie('pilotage').controler)],
  ['installer', installerAction],
  ['automatismes.prendre', automatismesPrendre],
]);
