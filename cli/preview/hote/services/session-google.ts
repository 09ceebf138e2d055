import { garder } from '../garde';
import type { Membres } from '../garde';
import type { Seance } from '../session';

/** Sans l'autorisation d'adresse, Google rend un texte vide, sans erreur. */
export function sessionGoogle(s: Seance): object {
  const utilisateur = garder(
    'User',
    {
      getEmail: () => (s.refuses.has('adresse') ? '' : s.utilisateur),
    } satisfies Membres<GoogleAppsScript.Base.User>,
    s.passer,
  );
  return garder(
    'Session',
    {
      getActiveUser: () => utilisateur,
      getEffectiveUser: () => utilisateur,
      getScriptTimeZone: () => s.fuseau,
    } satisfies Membres<GoogleAppsScript.Base.Session>,
    s.passer,
  );
}
