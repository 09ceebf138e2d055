/** La partie « relances » : ce qui est dû, rédigé, et prêt à déposer dans Gmail. */
export {
  CHAMPS_RELANCES,
  conclureRelances,
  LES_MIENNES,
  ouvrirRelances,
} from '../actions/relances';
export { messagesDe } from '../actions/messages-gmail';
export { planConfirmer } from '../../src/relances/depot';
export { planDuJour } from '../../src/relances/plan-du-jour';
