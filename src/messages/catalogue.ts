import { MESSAGES_CLASSEUR } from './classeur';
import { MESSAGES_TABLEAU } from './tableau';

/** Toutes les phrases de problème, par code. Une famille par fichier. */
export const CATALOGUE = {
  ...MESSAGES_CLASSEUR,
  ...MESSAGES_TABLEAU,
} as const;
