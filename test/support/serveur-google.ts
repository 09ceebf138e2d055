import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import type { AppelEmule } from '../../cli/preview/emulateur/appel-emule';
import { Emulateur } from '../../cli/preview/emulateur/emulateur';
import { ErreurApi } from '../../cli/preview/emulateur/erreur-api';
import { GmailFactice } from './gmail-factice';

export interface Requete {
  readonly methode: string;
  readonly chemin: string;
  readonly corps: unknown;
}

/** Ce qui arrive à une requête : un refus, ou une coupure ; `apres` : l'effet a eu lieu, la réponse est perdue. */
export interface Faute {
  readonly quand: 'avant' | 'apres';
  /** Statut HTTP ; `null` : la connexion est coupée. */
  readonly statut: number | null;
  readonly message?: string;
}

/** Google sur cette machine : Sheets (l'émulateur), Gmail et le serveur d'autorisation, en HTTP. */
export class ServeurGoogle {
  readonly emulateur = new Emulateur();
  readonly gmail = new GmailFactice();
  readonly requetes: Requete[] = [];
  /** Le jeton d'accès exigé ; `null` : aucun. */
  jetonExige: string | null = null;
  faute: ((requete: Requete) => Faute | null) | null = null;
  /** Répond à `/token` ; par défaut, refuse. */
  autoriser: (champs: URLSearchParams) => { statut: number; json: unknown } = () => ({
    statut: 400,
    json: { error: 'invalid_grant' },
  });
  readonly #serveur = createServer((q, r) => void this.#recevoir(q, r));

  get racine(): string {
    const { port } = this.#serveur.address() as AddressInfo;
    return `http://127.0.0.1:${port}/`;
  }

  async ouvrir(): Promise<this> {
    await new Promise<void>((pret) => this.#serveur.listen(0, '127.0.0.1', pret));
    return this;
  }

  fermer(): void {
    this.#serveur.closeAllConnections();
    this.#serveur.close();
  }

  async #recevoir(q: IncomingMessage, r: ServerResponse): Promise<void> {
    const morceaux: Buffer[] = [];
    for await (const m of q) morceaux.push(m as Buffer);
    const texte = Buffer.concat(morceaux).toString('utf8');
    const url = new URL(q.url ?? '/', 'http://x');
    if (url.pathname === '/token') {
      const { statut, json } = this.autoriser(new URLSearchParams(texte));
      return rendre(r, statut, json);
    }
    const methode = q.method ?? 'GET';
    const corps: unknown = texte === '' ? null : JSON.parse(texte);
    const requete = { methode, chemin: url.pathname, corps };
    this.requetes.push(requete);
    const { jetonExige } = this;
    if (jetonExige !== null && q.headers.authorization !== `Bearer ${jetonExige}`) {
      return refuser(r, 401, 'Request had invalid authentication credentials.');
    }
    const faute = this.faute?.(requete) ?? null;
    if (faute?.quand === 'avant') return echouer(q, r, faute);
    const reponse = this.#repondre(methode, url, corps);
    if (faute) return echouer(q, r, faute);
    rendre(r, reponse.statut, reponse.json);
  }

  #repondre(methode: string, url: URL, corps: unknown): { statut: number; json: unknown } {
    const courrier = /^\/gmail\/v1\/users\/me\/(.+)$/.exec(url.pathname)?.[1];
    try {
      const json = courrier
        ? this.gmail.repondre(methode, courrier, url.searchParams.get('q'), corps)
        : this.emulateur.executer(lireAppel(methode, url, corps));
      if (json === undefined) throw new ErreurApi(404, 'Requested entity was not found.');
      return { statut: 200, json };
    } catch (erreur) {
      if (!(erreur instanceof ErreurApi)) throw erreur;
      const statut = erreur.statut ?? 500;
      return { statut, json: { error: { code: statut, message: erreur.message } } };
    }
  }
}

function lireAppel(methode: string, url: URL, corps: unknown): AppelEmule {
  const m = /^\/v4\/spreadsheets\/([^/:]+)(\/values:batchGet|:batchUpdate)?$/.exec(url.pathname);
  if (!m?.[1]) throw new ErreurApi(404, `Not found: ${url.pathname}`);
  const id = decodeURIComponent(m[1]);
  const plages = url.searchParams.getAll('ranges');
  if (m[2] === '/values:batchGet') {
    const attendus = ['valueRenderOption=UNFORMATTED_VALUE', 'dateTimeRenderOption=SERIAL_NUMBER'];
    for (const a of attendus) if (!url.search.includes(a)) throw new ErreurApi(400, `sans ${a}`);
    return { methode: 'batchGet', id, plages };
  }
  if (methode === 'POST' && m[2] === ':batchUpdate') {
    const { requests, responseRanges } = corps as { requests: object[]; responseRanges?: string[] };
    return {
      methode: 'batchUpdate',
      id,
      requetes: requests,
      ...(responseRanges ? { rendre: responseRanges } : {}),
    };
  }
  const champs = url.searchParams.get('fields') ?? '*';
  return { methode: 'get', id, champs, ...(plages.length > 0 ? { plages } : {}) };
}

function rendre(r: ServerResponse, statut: number, json: unknown): void {
  r.writeHead(statut, { 'Content-Type': 'application/json; charset=UTF-8' }).end(
    JSON.stringify(json),
  );
}

function refuser(r: ServerResponse, statut: number, message: string): void {
  rendre(r, statut, { error: { code: statut, message } });
}

function echouer(q: IncomingMessage, r: ServerResponse, { statut, message }: Faute): void {
  if (statut === null) q.socket.destroy();
  else refuser(r, statut, message ?? 'Faute voulue.');
}

/** Ouvert pour un test, fermé à sa fin. */
export async function serveurGoogle(): Promise<ServeurGoogle> {
  const serveur = await new ServeurGoogle().ouvrir();
  onTestFinished(() => serveur.fermer());
  return serveur;
}
