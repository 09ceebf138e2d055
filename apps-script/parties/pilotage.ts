/** La partie « pilotage » : le tableau de bord, la clôture du mois, le contrôle du classeur. */
export { estDejaClos, tableauCloturer } from '../actions/cloturer';
export { controler } from '../actions/controler';
export { messagesDe } from '../actions/messages-gmail';
export { tableauRouvrir } from '../actions/rouvrir-mois';
export { tableauActualiser } from '../actions/tableau';
export { phrases } from '../formulaire/phrase';
export { planCloturer } from '../../src/tableau-de-bord/plan-cloturer';
