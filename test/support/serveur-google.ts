import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { AppelEmule } from '../../cli/preview/emulateur/appel-emule';
import type { Emulateur } from '../../cli/preview/emulateur/emulateur';
import { ErreurApi } from '../../cli/preview/emulateur/erreur-api';

/** Ce qui va de travers pour une requête ; `coupe` : la connexion se ferme sans réponse. */
type Panne =
  | { readonly statut: number; readonly message?: string; readonly attendre?: number }
  | { readonly coupe: 'avant' | 'apres' }
  | { readonly delai: number };

export interface ServeurGoogle {
  /** À donner à `googleapis` : `google.sheets({ version: 'v4', auth, rootUrl })`. */
  readonly rootUrl: string;
  /** Consultée à chaque requête, dans l'ordre d'arrivée (à partir de 0). */
  panne: ((rang: number, requete: { methode: string; chemin: string }) => Panne | null) | null;
  readonly requetes: readonly { methode: string; chemin: string }[];
  fermer(): Promise<void>;
}

const ETATS: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  401: 'UNAUTHENTICATED',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};

/**
 * L'émulateur derrière HTTP, comme `sheets.googleapis.com` : ce que `googleapis` envoie vraiment. Un
 * jeton est exigé, comme chez Google.
 */
export async function servirGoogle(
  emulateur: Emulateur,
  jeton = 'jeton-d-essai',
): Promise<ServeurGoogle> {
  const requetes: { methode: string; chemin: string }[] = [];
  const etat: { panne: ServeurGoogle['panne'] } = { panne: null };
  const serveur: Server = createServer((req, res) => {
    const requete = { methode: req.method ?? '', chemin: req.url ?? '' };
    const rang = requetes.push(requete) - 1;
    const panne = etat.panne?.(rang, requete) ?? null;
    void repondre(emulateur, jeton, req, res, panne);
  });
  await new Promise<void>((pret) => {
    serveur.listen(0, '127.0.0.1', pret);
  });
  const { port } = serveur.address() as AddressInfo;
  return {
    rootUrl: `http://127.0.0.1:${port}/`,
    requetes,
    get panne() {
      return etat.panne;
    },
    set panne(panne) {
      etat.panne = panne;
    },
    fermer: () =>
      new Promise((fini, echec) => {
        serveur.close((erreur) => (erreur ? echec(erreur) : fini()));
        serveur.closeAllConnections();
      }),
  };
}

async function repondre(
  emulateur: Emulateur,
  jeton: string,
  req: IncomingMessage,
  res: ServerResponse,
  panne: Panne | null,
): Promise<void> {
  const corps = await lireCorps(req);
  const envoyer = (statut: number, json: unknown, entetes: Record<string, string> = {}) => {
    res.writeHead(statut, { 'content-type': 'application/json; charset=UTF-8', ...entetes });
    res.end(JSON.stringify(json));
  };
  const refuser = (statut: number, message: string, entetes?: Record<string, string>) => {
    const status = ETATS[statut] ?? 'UNKNOWN';
    envoyer(statut, { error: { code: statut, message, status } }, entetes);
  };
  try {
    if (req.headers.authorization !== `Bearer ${jeton}`) {
      throw new ErreurApi(401, 'Request had invalid authentication credentials.');
    }
    if (panne && 'statut' in panne) {
      const { statut, message = 'Panne voulue.', attendre } = panne;
      refuser(statut, message, attendre === undefined ? {} : { 'retry-after': String(attendre) });
      return;
    }
    if (panne && 'coupe' in panne && panne.coupe === 'avant') {
      req.socket.destroy();
      return;
    }
    if (panne && 'delai' in panne) await new Promise((r) => setTimeout(r, panne.delai));
    const json = aiguiller(emulateur, req.method ?? '', new URL(req.url ?? '/', 'http://x'), corps);
    if (panne && 'coupe' in panne) req.socket.destroy();
    else envoyer(200, json);
  } catch (erreur) {
    if (!(erreur instanceof ErreurApi)) throw erreur;
    if (erreur.statut === null) req.socket.destroy();
    else refuser(erreur.statut, erreur.message);
  }
}

async function lireCorps(req: IncomingMessage): Promise<Record<string, unknown>> {
  const morceaux: Buffer[] = [];
  for await (const m of req) morceaux.push(m as Buffer);
  const texte = Buffer.concat(morceaux).toString('utf8');
  return texte === '' ? {} : (JSON.parse(texte) as Record<string, unknown>);
}

/** Un paramètre d'adresse que l'émulateur ne sait pas est refusé, pas oublié. */
function permettre(url: URL, noms: readonly string[]): void {
  for (const nom of url.searchParams.keys()) {
    if (!['alt', 'prettyPrint', ...noms].includes(nom)) {
      throw new ErreurApi(
        400,
        `Invalid JSON payload received. Unknown name "${nom}": Cannot bind query parameter.`,
      );
    }
  }
}

let rangCree = 0;

/** Ce que Google répond à une requête HTTP de son API Sheets ; lève `ErreurApi`. */
export function aiguiller(
  emulateur: Emulateur,
  methode: string,
  url: URL,
  corps: Record<string, unknown>,
): unknown {
  const champs = url.searchParams.get('fields');
  const ranges = url.searchParams.getAll('ranges');
  const chemin = decodeURIComponent(url.pathname);
  if (methode === 'POST' && chemin === '/v4/spreadsheets') {
    permettre(url, ['fields']);
    rangCree += 1;
    const id = `cree-${rangCree}`;
    emulateur.creer(id, corps);
    return emulateur.executer({ methode: 'get', id, champs });
  }
  const m = /^\/v4\/spreadsheets\/([^/:]+)(\/values:batchGet|:batchUpdate)?$/.exec(chemin);
  const [, id = '', suite] = m ?? [];
  let appel: AppelEmule | null = null;
  if (m && methode === 'GET' && suite === undefined) {
    permettre(url, ['fields', 'ranges', 'includeGridData']);
    const avecCellules = url.searchParams.get('includeGridData') === 'true';
    appel = { methode: 'get', id, champs: champs ?? (avecCellules ? '*' : null), plages: ranges };
  } else if (m && methode === 'GET' && suite === '/values:batchGet') {
    permettre(url, ['ranges', 'valueRenderOption', 'dateTimeRenderOption', 'majorDimension']);
    if (
      url.searchParams.get('valueRenderOption') !== 'UNFORMATTED_VALUE' ||
      url.searchParams.get('dateTimeRenderOption') !== 'SERIAL_NUMBER'
    ) {
      throw new ErreurApi(501, 'Seuls UNFORMATTED_VALUE et SERIAL_NUMBER sont émulés.');
    }
    appel = { methode: 'batchGet', id, plages: ranges };
  } else if (m && methode === 'POST' && suite === ':batchUpdate') {
    // Le masque n'est pas appliqué : la réponse entière contient ce qu'il garderait.
    permettre(url, ['fields']);
    appel = lireBatch(id, corps);
  }
  if (!appel) throw new ErreurApi(404, `Requested entity was not found: ${methode} ${chemin}`);
  return emulateur.executer(appel);
}

function lireBatch(id: string, corps: Record<string, unknown>): AppelEmule {
  const {
    requests,
    includeSpreadsheetInResponse,
    responseIncludeGridData,
    responseRanges,
    ...trop
  } = corps;
  const [inconnu] = Object.keys(trop);
  if (inconnu !== undefined) {
    throw new ErreurApi(
      400,
      `Invalid JSON payload received. Unknown name "${inconnu}": Cannot find field.`,
    );
  }
  const requetes = (requests ?? []) as readonly object[];
  if (includeSpreadsheetInResponse !== true) return { methode: 'batchUpdate', id, requetes };
  const rendre = (responseRanges ?? []) as readonly string[];
  const donnees = responseIncludeGridData === true;
  return { methode: 'batchUpdate', id, requetes, rendre, donnees };
}
