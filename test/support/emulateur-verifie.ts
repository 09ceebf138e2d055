import type { AppelEmule } from '../../cli/preview/emulateur/appel-emule';
import { Emulateur } from '../../cli/preview/emulateur/emulateur';
import { ecartsAuSchema, type MessageGoogle } from './schema-google';

/**
 * L'émulateur des essais : chaque lot envoyé, et chaque classeur rendu, est aussi comparé au schéma
 * tiré des types de Google. Un écart est une faute de l'essai ou du code, pas un refus de Google.
 */
export class EmulateurVerifie extends Emulateur {
  override executer(appel: AppelEmule, adresse?: string): unknown {
    if (appel.methode === 'batchUpdate') {
      attester('BatchUpdateSpreadsheetRequest', { requests: appel.requetes });
    }
    const reponse = super.executer(appel, adresse);
    if (appel.methode === 'get') attester('Spreadsheet', reponse);
    if (appel.methode === 'batchGet') attester('BatchGetValuesResponse', reponse);
    if (appel.methode === 'batchUpdate') attester('BatchUpdateSpreadsheetResponse', reponse);
    return reponse;
  }
}

function attester(nom: MessageGoogle, json: unknown): void {
  const ecarts = ecartsAuSchema(nom, json);
  if (ecarts.length > 0)
    throw new Error(`${nom} n’est pas celui de Google :\n${ecarts.join('\n')}`);
}
