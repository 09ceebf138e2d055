import { BLOC_ACTIONS, BLOC_ACTIONS_LUES, BLOC_VIVES } from './actions';
import { BLOC_AFFAIRES } from './affaires';
import { BLOC_CLIENTS, BLOC_HISTORIQUE } from './autres-blocs';
import type { Bloc } from './bloc';
import { BLOC_COMMANDES, BLOC_FACTURES_DUES } from './carnet';
import { BLOC_REMPLACEES, BLOC_SUITES } from './chaines';
import { BLOC_DEVIS } from './devis';
import { BLOC_DEVIS_LUS } from './devis-lus';
import { BLOC_FACTURES, BLOC_FACTURES_LUES } from './factures';
import { BLOC_OBJECTIFS } from './objectifs';
import { BLOC_PORTEFEUILLE } from './portefeuille';
import { BLOC_SATISFACTION, BLOC_SATISFACTION_LUE } from './satisfaction';

/** Tous les blocs de l'onglet « Calculs », de gauche à droite ; ceux d'un même onglet se suivent. */
export const BLOCS: readonly Bloc[] = [
  BLOC_DEVIS_LUS,
  BLOC_REMPLACEES,
  BLOC_SUITES,
  BLOC_DEVIS,
  BLOC_PORTEFEUILLE,
  BLOC_COMMANDES,
  BLOC_AFFAIRES,
  BLOC_FACTURES_LUES,
  BLOC_FACTURES,
  BLOC_FACTURES_DUES,
  BLOC_SATISFACTION_LUE,
  BLOC_SATISFACTION,
  BLOC_ACTIONS_LUES,
  BLOC_ACTIONS,
  BLOC_VIVES,
  BLOC_CLIENTS,
  BLOC_OBJECTIFS,
  BLOC_HISTORIQUE,
];
