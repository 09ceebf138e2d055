import { PALETTE } from '../../palette';
import { colonneDeCarte } from '../grille';

export const DISCRET = { couleur: PALETTE.discret };
export const GRAS = { gras: true };
export const de = (i: number): number => colonneDeCarte(i);
export const rangs = (n: number): number[] => Array.from({ length: n }, (_, i) => i + 1);
