import { MESSAGES_CLASSEUR } from './classeur';

/** Toutes les phrases de problème, par code. Une famille par fichier. */
export const CATALOGUE = {
  ...MESSAGES_CLASSEUR,
} as const;
