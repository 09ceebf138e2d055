import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { CSP_PAGE, CSP_PANNEAU, ENTETES } from './entetes';
import { lireCorps, refuserEtranger, refuserSansJeton, type Refus } from './gardes';

/** Ce que l'aperçu sait faire ; le serveur n'en connaît que le JSON. */
export interface Services {
  /** `POST /api/<nom>` : du JSON contre du JSON. `null` : ce nom n'existe pas. */
  repondre(nom: string, corps: unknown): Promise<unknown> | null;
  /** Le document d'un panneau, d'après son billet. */
  panneau(billet: string): string | null;
  /** Le message d'un brouillon. */
  brouillon(id: string): string | null;
  /** Version du classeur, et de quoi être prévenu des suivantes. */
  readonly version: number;
  ecouter(surVersion: (version: number) => void): () => void;
}

export interface Ouvert {
  /** Avec le jeton. */
  readonly adresse: string;
  readonly port: number;
  fermer(): Promise<void>;
}

const FICHIERS: Readonly<Record<string, { readonly fichier: string; readonly type: string }>> = {
  '/page.js': { fichier: 'page.js', type: 'text/javascript; charset=utf-8' },
  '/calcul.js': { fichier: 'calcul.js', type: 'text/javascript; charset=utf-8' },
  '/page.css': { fichier: 'page.css', type: 'text/css; charset=utf-8' },
};
const HTML = 'text/html; charset=utf-8';
const JSON_UTF8 = 'application/json; charset=utf-8';

/** Sert la page de l'aperçu sur cette machine seulement, à un port libre si l'on n'en impose pas. */
export async function ouvrirServeur(services: Services, page: string, port = 0): Promise<Ouvert> {
  const jeton = randomBytes(24).toString('base64url');
  const serveur = createServer();
  await new Promise<void>((fini, echec) => {
    serveur.once('error', echec);
    serveur.listen(port, '127.0.0.1', fini);
  });
  const garde = { port: (serveur.address() as AddressInfo).port, jeton };
  serveur.on('request', (demande: IncomingMessage, reponse: ServerResponse) => {
    servir(demande, reponse).catch((erreur: unknown) => {
      const detail = `Une erreur imprévue est survenue. Signalez-la avec ce détail : ${String(erreur)}`;
      if (!reponse.headersSent) envoyer(reponse, 500, JSON_UTF8, json({ erreur: detail }));
    });
  });

  async function servir(demande: IncomingMessage, reponse: ServerResponse): Promise<void> {
    const url = new URL(demande.url ?? '/', `http://127.0.0.1:${garde.port}`);
    const etranger = refuserEtranger(demande, garde);
    if (etranger) return refuser(reponse, etranger);
    if (demande.method === 'POST') return poster(demande, reponse, url);
    if (demande.method !== 'GET') {
      return refuser(reponse, { statut: 405, message: 'Méthode non permise.' });
    }
    lire(reponse, url);
  }

  async function poster(
    demande: IncomingMessage,
    reponse: ServerResponse,
    url: URL,
  ): Promise<void> {
    const donne = demande.headers['x-suivi-jeton'];
    const sansJeton = refuserSansJeton(typeof donne === 'string' ? donne : null, garde);
    if (sansJeton) return refuser(reponse, sansJeton);
    const lu = await lireCorps(demande);
    if ('refus' in lu) return refuser(reponse, lu.refus);
    const nom = /^\/api\/([a-z]+)$/.exec(url.pathname)?.[1];
    const promise = nom === undefined ? null : services.repondre(nom, lu.corps);
    if (promise === null) return refuser(reponse, INTROUVABLE);
    envoyer(reponse, 200, JSON_UTF8, json(await promise));
  }

  function lire(reponse: ServerResponse, url: URL): void {
    const { pathname } = url;
    const fixe = FICHIERS[pathname];
    if (fixe) {
      const contenu = readFileSync(join(page, fixe.fichier));
      return envoyer(reponse, 200, fixe.type, contenu, { 'Content-Security-Policy': CSP_PAGE });
    }
    const billet = /^\/panneau\/([\w-]+)$/.exec(pathname)?.[1];
    if (billet !== undefined) {
      const document = services.panneau(billet);
      return document === null
        ? refuser(reponse, INTROUVABLE)
        : envoyer(reponse, 200, HTML, document, { 'Content-Security-Policy': CSP_PANNEAU });
    }
    const sansJeton = refuserSansJeton(url.searchParams.get('jeton'), garde);
    if (sansJeton) return refuser(reponse, sansJeton);
    if (pathname === '/') {
      const html = readFileSync(join(page, 'page.html'));
      return envoyer(reponse, 200, HTML, html, { 'Content-Security-Policy': CSP_PAGE });
    }
    if (pathname === '/evenements') return suivre(reponse);
    const id = /^\/brouillons\/([\w.-]+)\.eml$/.exec(pathname)?.[1];
    const message = id === undefined ? null : services.brouillon(id);
    if (message === null) return refuser(reponse, INTROUVABLE);
    envoyer(reponse, 200, 'message/rfc822', message, {
      'Content-Disposition': `attachment; filename="${id}.eml"`,
    });
  }

  /** Un flux d'événements : le numéro de chaque version. */
  function suivre(reponse: ServerResponse): void {
    reponse.writeHead(200, { ...ENTETES, 'Content-Type': 'text/event-stream' });
    const dire = (version: number): void => {
      reponse.write(`event: version\ndata: ${version}\n\n`);
    };
    dire(services.version);
    reponse.on('close', services.ecouter(dire));
  }

  return {
    adresse: `http://127.0.0.1:${garde.port}/?jeton=${jeton}`,
    port: garde.port,
    fermer: () => fermer(serveur),
  };
}

const INTROUVABLE: Refus = { statut: 404, message: 'Rien à cette adresse.' };
const json = (valeur: unknown): string => JSON.stringify(valeur);

function refuser(reponse: ServerResponse, { statut, message }: Refus): void {
  envoyer(reponse, statut, JSON_UTF8, json({ erreur: message }));
}

function envoyer(
  reponse: ServerResponse,
  statut: number,
  type: string,
  corps: string | Buffer,
  entetes: Readonly<Record<string, string>> = {},
): void {
  reponse.writeHead(statut, { ...ENTETES, 'Content-Type': type, ...entetes });
  reponse.end(corps);
}

function fermer(serveur: Server): Promise<void> {
  return new Promise((fini) => {
    serveur.close(() => fini());
    serveur.closeAllConnections();
  });
}
