import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { auth } from 'googleapis/build/src/apis/sheets';
import { refus } from '../../src/classeur/erreur-classeur';
import type { ClientOAuth } from './client-oauth';
import { DROITS_GOOGLE, type DroitGoogle } from './droits';
import type { JetonGarde } from './jeton';

export type ClientAuth = InstanceType<typeof auth.OAuth2>;

/** Le temps de lire la page de Google, de choisir un compte, de saisir un second facteur. */
const ATTENTE_MS = 5 * 60_000;

/** Le client OAuth ; `racine` remplace les serveurs de Google. */
export function creerClientAuth(client: ClientOAuth, racine: string | null): ClientAuth {
  return new auth.OAuth2({
    clientId: client.id,
    clientSecret: client.secret,
    ...(racine === null
      ? {}
      : {
          endpoints: {
            oauth2AuthBaseUrl: `${racine}o/oauth2/v2/auth`,
            oauth2TokenUrl: `${racine}token`,
          },
        }),
  });
}

const PAGE = (titre: string, texte: string): string =>
  `<!doctype html><html lang="fr"><meta charset="utf-8"><title>${titre}</title><body style="font-family:sans-serif;margin:4em"><h1>${titre}</h1><p>${texte}</p></body></html>`;

/** Attend que Google renvoie le navigateur vers cette machine, avec l'état attendu. */
function attendreCode(serveur: Server, etat: string): Promise<string> {
  return new Promise((fini, echec) => {
    const minuterie = setTimeout(
      () => echec(refus('GOOGLE_CONNEXION_ABANDONNEE', { minutes: ATTENTE_MS / 60_000 })),
      ATTENTE_MS,
    );
    serveur.on('request', (requete, reponse) => {
      const { pathname, searchParams } = new URL(requete.url ?? '/', 'http://127.0.0.1');
      const code = searchParams.get('code');
      const cause = searchParams.get('error');
      // Autre chose que le retour attendu (icône du navigateur, autre page) : on attend encore.
      if (pathname !== '/' || searchParams.get('state') !== etat || (!code && !cause)) {
        reponse.writeHead(404).end();
        return;
      }
      const [titre, texte] = code
        ? ['C’est fait', 'Revenez au terminal : la commande continue.']
        : ['Accès non accordé', 'Rien n’a changé. Revenez au terminal.'];
      reponse.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', Connection: 'close' });
      reponse.end(PAGE(titre, texte));
      clearTimeout(minuterie);
      if (code) fini(code);
      else echec(refus('GOOGLE_CONNEXION_REFUSEE', { cause: cause ?? '' }));
    });
  });
}

/**
 * Demande l'autorisation dans le navigateur (RFC 8252) : retour sur 127.0.0.1, PKCE et état à usage unique.
 * @throws ErreurClasseur si elle est refusée, ou ne vient pas.
 */
export async function demanderAutorisation(
  client: ClientOAuth,
  racine: string | null,
  droits: readonly DroitGoogle[],
  montrer: (adresse: string) => void,
): Promise<JetonGarde> {
  const serveur = createServer();
  await new Promise<void>((pret, echec) => {
    serveur.once('error', echec);
    serveur.listen(0, '127.0.0.1', pret);
  });
  try {
    const { port } = serveur.address() as AddressInfo;
    const retour = `http://127.0.0.1:${port}/`;
    const oauth = creerClientAuth(client, racine);
    const { codeVerifier, codeChallenge } = await oauth.generateCodeVerifierAsync();
    const etat = randomBytes(16).toString('hex');
    const code = attendreCode(serveur, etat);
    montrer(
      oauth.generateAuthUrl({
        access_type: 'offline',
        prompt: 'consent',
        redirect_uri: retour,
        scope: droits.map((d) => DROITS_GOOGLE[d]),
        state: etat,
        code_challenge_method: 'S256' as never,
        ...(codeChallenge === undefined ? {} : { code_challenge: codeChallenge }),
      }),
    );
    const { tokens } = await oauth.getToken({
      code: await code,
      codeVerifier,
      redirect_uri: retour,
    });
    if (!tokens.refresh_token) throw refus('GOOGLE_CONNEXION_REFUSEE', { cause: 'refresh_token' });
    return {
      client: client.id,
      racine: racine ?? '',
      droits: (tokens.scope ?? '').split(' ').filter((d) => d !== ''),
      refresh_token: tokens.refresh_token,
      ...(tokens.access_token ? { access_token: tokens.access_token } : {}),
      ...(tokens.expiry_date ? { expiry_date: tokens.expiry_date } : {}),
    };
  } finally {
    serveur.closeAllConnections();
    serveur.close();
  }
}
