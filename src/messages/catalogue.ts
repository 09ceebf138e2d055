import { MESSAGES_CLASSEUR } from './classeur';
import { MESSAGES_IMPORT } from './import';

/** Toutes les phrases de problème, par code. Une famille par fichier. */
export const CATALOGUE = {
  ...MESSAGES_CLASSEUR,
  ...MESSAGES_IMPORT,
} as const;
