import type { Droit } from './contrat';
import { RefusService } from './erreurs';

/** Les services qu'une autorisation ouvre. */
const SERVICES: Readonly<Record<Droit, RegExp>> = {
  spreadsheets: /^(Sheets|Spreadsheet|Sheet|Range)\./,
  gmail: /^Gmail\./,
  scriptapp:
    /^(ScriptApp\.(newTrigger|getProjectTriggers|deleteTrigger)|ClockTriggerBuilder\.|Trigger\.)/,
  interface: /^Ui\.show/,
  // Sans elle, l'adresse est vide : `Session` s'en charge.
  adresse: /^$/,
};

/** Ce qu'un `onOpen` simple ne peut pas faire : rien de ce qui demande une autorisation. */
const INTERDITS_A_L_OUVERTURE =
  /^(Sheets|Gmail)\.|^Ui\.show|^ScriptApp\.(newTrigger|getProjectTriggers|deleteTrigger)/;

/** Lève si la personne a refusé l'autorisation que ce service demande. */
export function controlerDroits(
  nom: string,
  refuses: ReadonlySet<Droit>,
  ouverture: boolean,
): void {
  if (ouverture && INTERDITS_A_L_OUVERTURE.test(nom)) {
    throw new RefusService(`You do not have permission to call ${nom}`);
  }
  for (const droit of refuses) {
    if (!SERVICES[droit].test(nom)) continue;
    if (/^(Sheets|Gmail)\./.test(nom)) {
      throw new RefusService('Request had insufficient authentication scopes.', 403);
    }
    throw new RefusService(`Specified permissions are not sufficient to call ${nom}.`);
  }
}
