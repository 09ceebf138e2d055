import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { Emulateur } from '../../cli/preview/emulateur/emulateur';
import { ErreurApi } from '../../cli/preview/emulateur/erreur-api';
import { GmailFactice } from './gmail-factice';
import { aiguiller } from './serveur-google';

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
export class GoogleLocal {
  readonly emulateur = new Emulateur();
  readonly gmail = new GmailFactice();
  readonly requetes: Requete[] = [];
  /** Le jeton d'accès exigé ; `null` : aucun. */
  jetonExige: string | null = null;
  faute: ((requete: Requete) => Faute | null) | null = null;
  /** Appelé avant chaque requête : de quoi glisser ce que fait quelqu'un d'autre. */
  avant: ((requete: Requete) => Promise<void>) | null = null;
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
    await this.avant?.(requete);
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
        : aiguiller(this.emulateur, methode, url, (corps ?? {}) as Record<string, unknown>);
      if (json === undefined) throw new ErreurApi(404, 'Requested entity was not found.');
      return { statut: 200, json };
    } catch (erreur) {
      if (!(erreur instanceof ErreurApi)) throw erreur;
      const statut = erreur.statut ?? 500;
      return { statut, json: { error: { code: statut, message: erreur.message } } };
    }
  }
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
export async function googleLocal(): Promise<GoogleLocal> {
  const serveur = await new GoogleLocal().ouvrir();
  onTestFinished(() => serveur.fermer());
  return serveur;
}
