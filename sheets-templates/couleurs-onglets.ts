import type { Famille } from '../src/classeur/table';
import { PALETTE } from './palette';

/** Couleur d'onglet par famille : le quotidien d'abord, la technique en retrait. */
export const COULEURS_ONGLETS: Record<Famille, string> = {
  quotidien: PALETTE.accent,
  suivi: PALETTE.gagne,
  reglages: PALETTE.attention,
  technique: '9AA1A9',
};
