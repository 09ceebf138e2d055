import { MESSAGES_CLASSEUR } from './classeur';
import { MESSAGES_FACTURES } from './factures';
import { MESSAGES_RELANCES } from './relances';

/** Toutes les phrases de problème, par code. Une famille par fichier. */
export const CATALOGUE = {
  ...MESSAGES_CLASSEUR,
  ...MESSAGES_RELANCES,
  ...MESSAGES_FACTURES,
} as const;
