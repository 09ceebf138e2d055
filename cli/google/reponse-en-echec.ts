import type { Reponse } from '../../src/sheets-api/appel';
import { codeOAuth, direErreurAutorisation } from './erreurs-autorisation';
import { panneReseau } from './panne-reseau';

type Echec = Extract<Reponse, { ok: false }>;

/**
 * Une erreur de `googleapis` en réponse du cœur : le statut HTTP, ou `null` sans réponse.
 * @throws ErreurClasseur si c'est l'autorisation qui manque ; l'erreur même si elle n'est pas de Google.
 */
export function reponseEnEchec(erreur: unknown): Echec {
  if (codeOAuth(erreur) !== null) throw direErreurAutorisation(erreur);
  const { response, message } = erreur as {
    readonly message?: unknown;
    readonly response?: { readonly status?: unknown; readonly data?: unknown };
  };
  if (response !== undefined) {
    const data = response.data as { readonly error?: { readonly message?: unknown } } | undefined;
    const dit = data?.error?.message;
    return {
      ok: false,
      statut: Number(response.status),
      message: typeof dit === 'string' ? dit : String(message ?? ''),
    };
  }
  const panne = panneReseau(erreur);
  if (panne === null) throw erreur;
  return { ok: false, statut: null, message: panne };
}
