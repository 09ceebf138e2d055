import { ACTIONS, type ActionServeur } from './action-serveur';
import { automatismesPrendre } from './automatismes';
import { installerAction } from './installer';
import { relancesAction } from './relances-action';

/** Toutes les actions que le menu ou un panneau peut nommer. */
export const REGISTRE: ReadonlyMap<string, ActionServeur> = new Map([
  ...ACTIONS,
  ['relances.preparer', relancesAction],
  ['installer', installerAction],
  ['automatismes.prendre', automatismesPrendre],
]);
