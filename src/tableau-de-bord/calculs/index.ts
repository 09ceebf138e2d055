import {
  BLOC_ACTIONS,
  BLOC_AFFAIRES,
  BLOC_CLIENTS,
  BLOC_FACTURES,
  BLOC_HISTORIQUE,
  BLOC_SATISFACTION,
} from './autres-blocs';
import { BLOC_OBJECTIFS } from './objectifs';
import { BLOC_DEVIS } from './devis';
import type { Bloc } from './bloc';

/** Tous les blocs de l'onglet « Calculs », de gauche à droite. */
export const BLOCS: readonly Bloc[] = [
  BLOC_DEVIS,
  BLOC_AFFAIRES,
  BLOC_FACTURES,
  BLOC_SATISFACTION,
  BLOC_ACTIONS,
  BLOC_CLIENTS,
  BLOC_OBJECTIFS,
  BLOC_HISTORIQUE,
];
