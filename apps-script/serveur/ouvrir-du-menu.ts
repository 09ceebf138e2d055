import { ENTREES_MENU } from '../menu';
import { montrer } from './panneau';
import { panneauDuMenu } from './repondre';

/** Ce que fait chaque fonction du menu : montrer le panneau de son action. */
export function ouvrirDuMenu(fonction: string): void {
  const entree = ENTREES_MENU.find((e) => e.fonction === fonction);
  if (!entree) throw new Error(`Le menu n’a pas d’entrée « ${fonction} ».`);
  montrer(panneauDuMenu(entree.action, entree.surLaLigne));
}
