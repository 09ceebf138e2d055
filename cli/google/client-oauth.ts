import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refus } from '../../src/classeur/erreur-classeur';

/** Le fichier « Application de bureau » téléchargé depuis la console Google Cloud. */
export interface ClientOAuth {
  readonly id: string;
  /** Pas un secret pour une application de bureau : PKCE protège l'échange. */
  readonly secret: string;
}

/** Où est le fichier du client : `SUIVI_GOOGLE_CLIENT`, sinon `client-google.json` du dossier personnel. */
export function cheminClient(
  env: Readonly<Record<string, string | undefined>>,
  dossier: string,
): string {
  return env['SUIVI_GOOGLE_CLIENT']?.trim() || join(dossier, 'client-google.json');
}

/**
 * @returns `null` si le fichier n'existe pas.
 * @throws ErreurClasseur s'il ne se lit pas, ou n'est pas un client « Application de bureau ».
 */
export function lireClient(chemin: string): ClientOAuth | null {
  let texte: string;
  try {
    texte = readFileSync(chemin, 'utf8');
  } catch (erreur) {
    const { code } = erreur as NodeJS.ErrnoException;
    if (code === 'ENOENT') return null;
    throw refus('GOOGLE_CLIENT_INVALIDE', { chemin, cause: `il ne se lit pas : ${code ?? ''}` });
  }
  const lu = parse(texte);
  if (lu?.type === 'service_account') throw refus('GOOGLE_CLIENT_EST_UN_COMPTE', { chemin });
  if (lu?.web) {
    throw refus('GOOGLE_CLIENT_INVALIDE', { chemin, cause: 'c’est un client « Application Web »' });
  }
  const { client_id: id, client_secret: secret } = lu?.installed ?? {};
  if (typeof id !== 'string' || typeof secret !== 'string') {
    throw refus('GOOGLE_CLIENT_INVALIDE', { chemin, cause: 'ce n’est pas un client OAuth' });
  }
  return { id, secret };
}

interface FichierClient {
  readonly type?: unknown;
  readonly web?: unknown;
  readonly installed?: { readonly client_id?: unknown; readonly client_secret?: unknown };
}

function parse(texte: string): FichierClient | null {
  try {
    return JSON.parse(texte) as FichierClient | null;
  } catch {
    return null;
  }
}
