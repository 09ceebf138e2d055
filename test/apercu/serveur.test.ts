import { request, type IncomingMessage } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ouvrirServeur, type Ouvert, type Services } from '../../cli/preview/serveur/serveur';

let serveur: Ouvert;
let appels: unknown[] = [];
let dire: (version: number) => void = () => undefined;

const services: Services = {
  version: 7,
  repondre(nom, corps) {
    if (nom === 'casser') return Promise.reject(new Error('détail interne'));
    if (nom !== 'classeur') return null;
    appels.push(corps);
    return Promise.resolve({ recu: corps });
  },
  panneau: (billet) => (billet === 'bon-billet' ? '<p>panneau</p>' : null),
  brouillon: (id) => (id === 'r-1' ? 'Subject: Bonjour\r\n\r\nTexte' : null),
  ecouter(surVersion) {
    dire = surVersion;
    return () => undefined;
  },
};

beforeEach(async () => {
  appels = [];
  serveur = await ouvrirServeur(services, 'dist/cli/apercu');
});
afterEach(() => serveur.fermer());

interface Demande {
  readonly methode?: string;
  readonly chemin: string;
  readonly entetes?: Record<string, string>;
  readonly corps?: string;
}

interface Reponse {
  readonly statut: number;
  readonly entetes: IncomingMessage['headers'];
  readonly texte: string;
}

/** Une demande telle quelle : `fetch` corrigerait l'hôte et le chemin. */
function demander({ methode = 'GET', chemin, entetes = {}, corps }: Demande): Promise<Reponse> {
  return new Promise((fini, echec) => {
    const q = request(
      { host: '127.0.0.1', port: serveur.port, method: methode, path: chemin, headers: entetes },
      (r) => {
        let texte = '';
        r.on('data', (d) => (texte += String(d)));
        r.on('end', () => fini({ statut: r.statusCode ?? 0, entetes: r.headers, texte }));
      },
    );
    q.on('error', echec);
    q.end(corps);
  });
}

const jeton = (): string => new URL(serveur.adresse).searchParams.get('jeton') ?? '';
const JSON_TYPE = { 'Content-Type': 'application/json' };
const poster = (
  entetes: Record<string, string> = {},
  corps = '{"version":1}',
  chemin = '/api/classeur',
) =>
  demander({
    methode: 'POST',
    chemin,
    corps,
    entetes: { ...JSON_TYPE, 'X-Suivi-Jeton': jeton(), ...entetes },
  });

describe('le serveur de l’aperçu', () => {
  it('n’écoute que cette machine, avec un jeton neuf à chaque fois', async () => {
    expect(serveur.adresse).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?jeton=[\w-]{32}$/);
    const autre = await ouvrirServeur(services, 'dist/cli/apercu');
    expect(new URL(autre.adresse).search).not.toBe(new URL(serveur.adresse).search);
    await autre.fermer();
  });

  it('sert la page, ses fichiers, et répond au JSON', async () => {
    const page = await demander({ chemin: `/?jeton=${jeton()}` });
    expect([page.statut, page.texte.includes('Aperçu local')]).toEqual([200, true]);
    expect((await demander({ chemin: '/page.js' })).statut).toBe(200);
    expect((await demander({ chemin: '/page.css' })).statut).toBe(200);
    const reponse = await poster();
    expect(JSON.parse(reponse.texte)).toEqual({ recu: { version: 1 } });
  });

  it.each([
    ['la page sans jeton', '/', 403],
    ['la page avec un autre jeton', '/?jeton=autre', 403],
    ['les événements sans jeton', '/evenements', 403],
    ['un brouillon sans jeton', '/brouillons/r-1.eml', 403],
    ['un panneau au billet inconnu', '/panneau/autre', 404],
    ['une remontée de dossier', '/../../package.json', 403],
    ['une remontée encodée', '/%2e%2e/%2e%2e/package.json', 403],
    ['un fichier du dossier servi', '/page.html', 403],
    ['un fichier à côté', '/page.js/../page.html', 403],
  ])('%s : refusé', async (_, chemin, statut) => {
    const { statut: recu, texte } = await demander({ chemin });
    expect(recu).toBe(statut);
    expect(JSON.parse(texte)).toEqual({ erreur: expect.any(String) });
  });

  it.each([
    '/../package.json',
    '/brouillons/../../package.json',
    '/brouillons/..%2f..%2fpackage.json.eml',
    '/brouillons/absent.eml',
    '/autre',
    '/__proto__',
  ])('avec le jeton, %s n’est rien', async (chemin) => {
    expect((await demander({ chemin: `${chemin}?jeton=${jeton()}` })).statut).toBe(404);
  });

  it.each([
    ['un autre hôte (DNS détourné)', { Host: 'exemple.fr' }, 421],
    ['le bon hôte, un autre port', { Host: '127.0.0.1:1' }, 421],
    ['une page d’un autre site', { Origin: 'https://exemple.fr' }, 403],
    ['une page de cette machine, un autre port', { Origin: 'http://127.0.0.1:1' }, 403],
    ['le cadre du panneau lui-même', { Origin: 'null' }, 403],
    ['un appel venu d’un autre site', { 'Sec-Fetch-Site': 'cross-site' }, 403],
    ['un mauvais jeton', { 'X-Suivi-Jeton': 'x'.repeat(32) }, 403],
    ['un jeton vide', { 'X-Suivi-Jeton': '' }, 403],
    ['un formulaire (aucune vérification préalable)', { 'Content-Type': 'text/plain' }, 415],
  ])('%s : refusé, sans effet', async (_, entetes, statut) => {
    expect((await poster(entetes)).statut).toBe(statut);
    expect(appels).toEqual([]);
  });

  it('localhost vaut 127.0.0.1', async () => {
    const hote = `localhost:${serveur.port}`;
    expect((await poster({ Host: hote, Origin: `http://${hote}` })).statut).toBe(200);
  });

  it.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH'])('%s : non permis', async (methode) => {
    const { statut, entetes } = await demander({ methode, chemin: '/api/classeur' });
    expect(statut).toBe(405);
    expect(Object.keys(entetes).filter((n) => n.startsWith('access-control'))).toEqual([]);
  });

  it('un corps qui n’est pas du JSON, trop long, ou un nom inconnu', async () => {
    expect((await poster({}, 'pas du json')).statut).toBe(400);
    expect((await poster({}, 'x'.repeat(8_000_001))).statut).toBe(413);
    expect((await poster({}, '{}', '/api/autre')).statut).toBe(404);
    expect((await poster({}, '{}', '/api/constructor')).statut).toBe(404);
  });

  it('aucun réseau ni script étranger : CSP de la page et du panneau', async () => {
    const page = await demander({ chemin: `/?jeton=${jeton()}` });
    const csp = String(page.entetes['content-security-policy']);
    expect(csp).toContain("default-src 'none'");
    expect(csp).toContain("script-src 'self';");
    expect(csp).toContain("frame-ancestors 'none'");
    const panneau = await demander({ chemin: '/panneau/bon-billet' });
    const cspPanneau = String(panneau.entetes['content-security-policy']);
    expect(cspPanneau).toContain('sandbox allow-scripts allow-forms');
    expect(cspPanneau).not.toContain('connect-src');
    for (const { entetes } of [page, panneau]) {
      expect(entetes).toMatchObject({
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
      });
      expect(entetes).not.toHaveProperty('access-control-allow-origin');
    }
  });

  it('un brouillon se télécharge', async () => {
    const { entetes, texte } = await demander({ chemin: `/brouillons/r-1.eml?jeton=${jeton()}` });
    expect(entetes['content-disposition']).toBe('attachment; filename="r-1.eml"');
    expect(texte).toContain('Subject: Bonjour');
  });

  it('chaque version est annoncée', async () => {
    const reponse = await fetch(serveur.adresse.replace('/?', '/evenements?'));
    const lecteur = reponse.body?.getReader();
    const lire = async () => new TextDecoder().decode((await lecteur?.read())?.value);
    expect(await lire()).toBe('event: version\ndata: 7\n\n');
    dire(8);
    expect(await lire()).toBe('event: version\ndata: 8\n\n');
    await lecteur?.cancel();
  });

  it('un port déjà pris est dit', async () => {
    await expect(ouvrirServeur(services, 'dist/cli/apercu', serveur.port)).rejects.toThrow(
      'EADDRINUSE',
    );
  });
});
