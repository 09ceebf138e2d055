import { MESSAGES_ACTIONS } from './actions';
import { MESSAGES_AFFAIRES } from './affaires';
import { MESSAGES_ANNULATION } from './annulation';
import { MESSAGES_APERCU } from './apercu';
import { MESSAGES_CLASSEUR } from './classeur';
import { MESSAGES_CONNEXION_GOOGLE } from './connexion-google';
import { MESSAGES_DEVIS } from './devis';
import { MESSAGES_EXPORT } from './export';
import { MESSAGES_EQUIPE } from './equipe';
import { MESSAGES_REVUE } from './revue';
import { MESSAGES_FACTURES } from './factures';
import { MESSAGES_RELANCES } from './relances';
import { MESSAGES_GOOGLE } from './google';
import { MESSAGES_IMPORT } from './import';
import { MESSAGES_IMPORT_COLONNES } from './import-colonnes';
import { MESSAGES_IMPORT_DECISION } from './import-decision';
import { MESSAGES_IMPORT_DOUTES } from './import-doutes';
import { MESSAGES_IMPORT_IDENTITE } from './import-identite';
import { MESSAGES_FICHIER } from './fichier';
import { MESSAGES_SAISIE } from './saisie';
import { MESSAGES_CLOTURE } from './cloture';

/** Toutes les phrases de problème, par code. Une famille par fichier. */
export const CATALOGUE = {
  ...MESSAGES_CLASSEUR,
  ...MESSAGES_ACTIONS,
  ...MESSAGES_AFFAIRES,
  ...MESSAGES_DEVIS,
  ...MESSAGES_EQUIPE,
  ...MESSAGES_REVUE,
  ...MESSAGES_RELANCES,
  ...MESSAGES_FACTURES,
  ...MESSAGES_IMPORT,
  ...MESSAGES_ANNULATION,
  ...MESSAGES_IMPORT_COLONNES,
  ...MESSAGES_IMPORT_DECISION,
  ...MESSAGES_IMPORT_DOUTES,
  ...MESSAGES_IMPORT_IDENTITE,
  ...MESSAGES_FICHIER,
  ...MESSAGES_EXPORT,
  ...MESSAGES_SAISIE,
  ...MESSAGES_CONNEXION_GOOGLE,
  ...MESSAGES_APERCU,
  ...MESSAGES_GOOGLE,
  ...MESSAGES_CLOTURE,
} as const;
