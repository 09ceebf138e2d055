import { AFFAIRES } from './catalogue/affaires';
import { DEVIS } from './catalogue/devis';
import { ECHANGES } from './catalogue/echanges';
import { SEMAINE } from './catalogue/semaine';
import type { CommandeDeclaree } from './declaration';

/** Toutes les commandes, dans l'ordre de l'aide. */
export const COMMANDES: readonly CommandeDeclaree[] = [
  ...ECHANGES,
  ...AFFAIRES,
  ...DEVIS,
  ...SEMAINE,
];
