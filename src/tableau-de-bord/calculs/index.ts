import { BLOC_ACTIONS, BLOC_ACTIONS_LUES } from './actions';
import { BLOC_AFFAIRES } from './affaires';
import { BLOC_CLIENTS, BLOC_HISTORIQUE } from './autres-blocs';
import type { Bloc } from './bloc';
import { BLOC_DEVIS } from './devis';
import { BLOC_DEVIS_LUS } from './devis-lus';
import { BLOC_FACTURES, BLOC_FACTURES_LUES } from './factures';
import { BLOC_OBJECTIFS } from './objectifs';
import { BLOC_SATISFACTION, BLOC_SATISFACTION_LUE } from './satisfaction';

/** Tous les blocs de l'onglet « Calculs », de gauche à droite ; ceux d'un même onglet se suivent. */
export const BLOCS: readonly Bloc[] = [
  BLOC_DEVIS_LUS,
  BLOC_DEVIS,
  BLOC_AFFAIRES,
  BLOC_FACTURES_LUES,
  BLOC_FACTURES,
  BLOC_SATISFACTION_LUE,
  BLOC_SATISFACTION,
  BLOC_ACTIONS_LUES,
  BLOC_ACTIONS,
  BLOC_CLIENTS,
  BLOC_OBJECTIFS,
  BLOC_HISTORIQUE,
];
