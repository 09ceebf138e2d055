import { ErreurClasseur, refus } from '../../src/classeur/erreur-classeur';
import { panneReseau } from './panne-reseau';

/** Ce que les bibliothèques de Google lèvent, autant qu'on en sait. */
interface ErreurGoogle {
  readonly message?: unknown;
  readonly response?: { readonly status?: unknown; readonly data?: unknown };
}

/** Le code d'erreur OAuth (`invalid_grant`…) ; `null` si l'erreur ne vient pas du serveur d'autorisation. */
export function codeOAuth(erreur: unknown): string | null {
  const data = (erreur as ErreurGoogle | null)?.response?.data;
  const code = (data as { readonly error?: unknown } | null | undefined)?.error;
  return typeof code === 'string' ? code : null;
}

/** Une connexion qui échoue, dite en clair, avec ce qu'il faut faire. */
export function direErreurAutorisation(erreur: unknown, identifiants?: string): ErreurClasseur {
  if (erreur instanceof ErreurClasseur) return erreur;
  const code = codeOAuth(erreur);
  if (code === 'invalid_grant') return refus('GOOGLE_AUTORISATION_PERIMEE', { cause: code });
  if (code !== null) return refus('GOOGLE_CLIENT_REFUSE', { cause: code });
  const { message, response } = erreur as ErreurGoogle;
  const panne = panneReseau(erreur);
  const cause = panne ?? String(message ?? erreur).split('\n')[0] ?? '';
  return identifiants && response === undefined && panne === null
    ? refus('GOOGLE_IDENTIFIANTS_INVALIDES', { chemin: identifiants, cause })
    : refus('GOOGLE_CONNEXION_IMPOSSIBLE', { cause });
}

export function estPerimee(erreur: unknown): boolean {
  return (
    erreur instanceof ErreurClasseur && erreur.problemes[0]?.code === 'GOOGLE_AUTORISATION_PERIMEE'
  );
}
