import { MESSAGES_AFFAIRES } from './affaires';
import { MESSAGES_CLASSEUR } from './classeur';
import { MESSAGES_DEVIS } from './devis';
import { MESSAGES_EQUIPE } from './equipe';
import { MESSAGES_REVUE } from './revue';
import { MESSAGES_FACTURES } from './factures';
import { MESSAGES_RELANCES } from './relances';
import { MESSAGES_IMPORT } from './import';
import { MESSAGES_FICHIER } from './fichier';
import { MESSAGES_CLOTURE } from './cloture';

/** Toutes les phrases de problème, par code. Une famille par fichier. */
export const CATALOGUE = {
  ...MESSAGES_CLASSEUR,
  ...MESSAGES_AFFAIRES,
  ...MESSAGES_DEVIS,
  ...MESSAGES_EQUIPE,
  ...MESSAGES_REVUE,
  ...MESSAGES_RELANCES,
  ...MESSAGES_FACTURES,
  ...MESSAGES_IMPORT,
  ...MESSAGES_FICHIER,
  ...MESSAGES_CLOTURE,
} as const;
