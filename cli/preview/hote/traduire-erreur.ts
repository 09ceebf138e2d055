import { ErreurApi } from '../emulateur/erreur-api';
import { RefusService } from './erreurs';
import type { Royaume } from './royaume';

/** `Sheets.Spreadsheets.Values.batchGet` → `sheets.spreadsheets.values.batchGet`. */
const methodeGoogle = (nom: string) =>
  nom
    .split('.')
    .map((mot) => mot.charAt(0).toLowerCase() + mot.slice(1))
    .join('.');

/**
 * L'erreur telle que le script la reçoit : `GoogleJsonResponseException`, avec son code, d'un service
 * avancé qui a répondu ; `Exception` sinon (coupure, service ordinaire).
 */
export function traduireErreur(royaume: Royaume, nom: string, erreur: unknown): unknown {
  if (!(erreur instanceof ErreurApi) && !(erreur instanceof RefusService)) return erreur;
  const { statut, message } = erreur;
  if (!/^(Sheets|Gmail)\./.test(nom)) return royaume.erreur('Exception', message, null);
  const complet = `API call to ${methodeGoogle(nom)} failed with error: ${message}`;
  if (statut === null) return royaume.erreur('Exception', complet, null);
  const details = { message, code: statut, errors: [{ message, domain: 'global' }] };
  return royaume.erreur('GoogleJsonResponseException', complet, JSON.stringify(details));
}
