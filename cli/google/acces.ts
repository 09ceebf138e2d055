import { refus } from '../../src/classeur/erreur-classeur';
import { auth } from 'googleapis/build/src/apis/sheets';
import { creerClientAuth, demanderAutorisation, type ClientAuth } from './autoriser';
import { cheminClient, lireClient, type ClientOAuth } from './client-oauth';
import { dossierReglages } from './dossier-reglages';
import { DROITS_GOOGLE, LIBELLES_DROIT, type DroitGoogle } from './droits';
import { direErreurAutorisation, estPerimee } from './erreurs-autorisation';
import { cheminJeton, garderJeton, lireJeton, type JetonGarde } from './jeton';

export interface Reglages {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Le serveur qui remplace Google ; `null` : Google. */
  readonly racine: string | null;
  /** Une personne est devant le terminal : on peut lui demander d'ouvrir son navigateur. */
  readonly interactif: boolean;
  readonly message: (texte: string) => void;
}

/** De quoi signer les appels : `null`, un serveur local qui ne demande rien. */
export type Signature = ClientAuth | InstanceType<typeof auth.GoogleAuth> | null;

/**
 * Ouvre l'accès à Google pour ces droits : un client OAuth et l'autorisation gardée (demandée au besoin
 * dans le navigateur), ou les identifiants par défaut (`GOOGLE_APPLICATION_CREDENTIALS`).
 * @throws ErreurClasseur avec ce qu'il faut faire.
 */
export async function ouvrirAcces(droit: DroitGoogle, reglages: Reglages): Promise<Signature> {
  const { env, racine } = reglages;
  const explicite = Boolean(env['SUIVI_GOOGLE_CLIENT']?.trim());
  if (racine !== null && !explicite) return null;
  const parDefaut = env['GOOGLE_APPLICATION_CREDENTIALS']?.trim();
  if (parDefaut && !explicite) {
    return verifier(
      new auth.GoogleAuth({ keyFile: parDefaut, scopes: [DROITS_GOOGLE[droit]] }),
      reglages,
    );
  }
  const dossier = dossierReglages(env);
  const chemin = cheminClient(env, dossier);
  const client = lireClient(chemin);
  if (!client) throw refus('GOOGLE_NON_CONNECTE', { chemin });
  return avecJeton(droit, client, cheminJeton(dossier), reglages);
}

async function avecJeton(
  droit: DroitGoogle,
  client: ClientOAuth,
  chemin: string,
  reglages: Reglages,
): Promise<ClientAuth> {
  const garde = lireJeton(chemin, client.id, reglages.racine ?? '');
  if (garde?.droits.includes(DROITS_GOOGLE[droit])) {
    try {
      return await verifier(ranimer(client, garde, chemin, reglages), reglages);
    } catch (erreur) {
      // Autorisation retirée, ou expirée : la redemander si quelqu'un est là.
      if (!reglages.interactif || !estPerimee(erreur)) throw erreur;
    }
  }
  if (!reglages.interactif) {
    throw refus('GOOGLE_AUTORISATION_A_DONNER', { droit: LIBELLES_DROIT[droit] });
  }
  const droits: DroitGoogle[] = droit === 'sheets' ? ['sheets'] : ['sheets', 'gmail'];
  let jeton: JetonGarde;
  try {
    jeton = await demanderAutorisation(client, reglages.racine, droits, (adresse) =>
      reglages.message(
        `Pour ${droits.map((d) => LIBELLES_DROIT[d]).join(' et ')}, ouvrez cette adresse dans votre navigateur et acceptez :\n\n  ${adresse}\n`,
      ),
    );
  } catch (erreur) {
    throw direErreurAutorisation(erreur);
  }
  garderJeton(chemin, jeton);
  if (!jeton.droits.includes(DROITS_GOOGLE[droit])) {
    throw refus('GOOGLE_DROIT_REFUSE', { droit: LIBELLES_DROIT[droit] });
  }
  return ranimer(client, jeton, chemin, reglages);
}

/** Un client qui renouvelle seul son autorisation, et garde la nouvelle. */
function ranimer(
  client: ClientOAuth,
  garde: JetonGarde,
  chemin: string,
  { racine }: Reglages,
): ClientAuth {
  const oauth = creerClientAuth(client, racine);
  const { refresh_token, access_token, expiry_date } = garde;
  oauth.setCredentials({
    refresh_token,
    ...(access_token ? { access_token } : {}),
    ...(expiry_date ? { expiry_date } : {}),
  });
  oauth.on('tokens', (nouveaux) => {
    garderJeton(chemin, {
      ...garde,
      refresh_token: nouveaux.refresh_token ?? refresh_token,
      ...(nouveaux.access_token ? { access_token: nouveaux.access_token } : {}),
      ...(nouveaux.expiry_date ? { expiry_date: nouveaux.expiry_date } : {}),
    });
  });
  return oauth;
}

/** Obtenir l'accès avant tout appel : son refus ne se confond pas avec celui d'une écriture. */
async function verifier<S extends NonNullable<Signature>>(signature: S, r: Reglages): Promise<S> {
  try {
    await signature.getAccessToken();
  } catch (erreur) {
    throw direErreurAutorisation(erreur, r.env['GOOGLE_APPLICATION_CREDENTIALS']);
  }
  return signature;
}
