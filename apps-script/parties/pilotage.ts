/** La partie « pilotage » : le tableau de bord, la clôture du mois, le contrôle du classeur. */
export { estDejaClos, tableauCloturer } from '../actions/cloturer';
export { controler } from '../actions/controler';
export { tableauActualiser } from '../actions/tableau';
export { phrases } from '../formulaire/phrase';
export { planCloturer } from '../../src/tableau-de-bord/plan-cloturer';
