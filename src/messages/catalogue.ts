import { MESSAGES_CLASSEUR } from './classeur';
import { MESSAGES_FICHIER } from './fichier';

/** Toutes les phrases de problème, par code. Une famille par fichier. */
export const CATALOGUE = {
  ...MESSAGES_CLASSEUR,
  ...MESSAGES_FICHIER,
} as const;
