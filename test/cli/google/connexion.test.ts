import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ID, poserClasseur } from '../../support/google-emule';
import { googleLocal, type GoogleLocal } from '../../support/google-local';
import { dossierTemporaire, suiviAvec } from '../../support/suivi';

const SHEETS = 'https://www.googleapis.com/auth/spreadsheets';
const GMAIL = 'https://www.googleapis.com/auth/gmail.compose';
const CLIENT = { installed: { client_id: 'client-1', client_secret: 'pas-un-secret' } };

interface Poste {
  readonly google: GoogleLocal;
  readonly env: Record<string, string>;
  readonly jeton: string;
  readonly lister: (lire?: (texte: string) => void) => ReturnType<typeof suiviAvec>;
}

/** Un poste neuf : un client OAuth téléchargé, aucune autorisation. */
async function poste(client: unknown = CLIENT): Promise<Poste> {
  const google = await googleLocal();
  poserClasseur(google.emulateur);
  const dossier = await dossierTemporaire();
  const fichier = join(dossier, 'client.json');
  writeFileSync(fichier, JSON.stringify(client));
  const env = {
    SUIVI_GOOGLE_RACINE: google.racine,
    SUIVI_GOOGLE_CLIENT: fichier,
    XDG_CONFIG_HOME: join(dossier, 'config'),
  };
  return {
    google,
    env,
    jeton: join(dossier, 'config', 'suivi', 'jeton-google.json'),
    lister: (lire) =>
      suiviAvec({ env, ...(lire ? { lire } : {}) }, 'devis', 'lister', '-c', ID, '--json'),
  };
}

/** La personne ouvre l'adresse affichée ; `repondre` dit ce que Google met dans le retour. */
function navigateur(repondre: (p: URLSearchParams) => Record<string, string> | null) {
  const vues: URLSearchParams[] = [];
  const pages: Promise<Response>[] = [];
  return {
    vues,
    pages,
    lire(texte: string): void {
      const adresse = /http:\/\/\S+/.exec(texte)?.[0];
      if (!adresse) return;
      const p = new URL(adresse).searchParams;
      vues.push(p);
      const retour = repondre(p);
      if (retour) pages.push(fetch(`${p.get('redirect_uri')}?${new URLSearchParams(retour)}`));
    },
  };
}
const accepter = (p: URLSearchParams) => ({ code: 'code-1', state: p.get('state') ?? '' });
const jetons = (autres: object = {}) => ({
  statut: 200,
  json: {
    access_token: 'acces-1',
    refresh_token: 'renouveler-1',
    expires_in: 3600,
    scope: SHEETS,
    ...autres,
  },
});
const erreurDe = (r: { stdout: string }) =>
  (JSON.parse(r.stdout) as { erreur: { code: string; message: string } }).erreur;

describe('la première fois', () => {
  it('affiche une adresse, reçoit le code sur 127.0.0.1 (PKCE, état), garde l’autorisation en 0600', async () => {
    const { google, lister, jeton } = await poste();
    google.jetonExige = 'acces-1';
    let echange = new URLSearchParams();
    google.autoriser = (champs) => {
      echange = champs;
      return jetons();
    };
    const nav = navigateur(accepter);
    const r = await lister(nav.lire);
    expect([r.code, JSON.parse(r.stdout)]).toEqual([0, []]);
    const [demande] = nav.vues;
    expect(demande?.get('scope')).toBe(SHEETS);
    expect(demande?.get('access_type')).toBe('offline');
    expect(demande?.get('code_challenge_method')).toBe('S256');
    expect(demande?.get('redirect_uri')).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(demande?.get('state')).toMatch(/^[0-9a-f]{32}$/);
    const empreinte = await crypto.subtle.digest(
      'SHA-256',
      new TextEncoder().encode(echange.get('code_verifier') ?? ''),
    );
    expect(Buffer.from(empreinte).toString('base64url')).toBe(demande?.get('code_challenge'));
    expect(echange.get('redirect_uri')).toBe(demande?.get('redirect_uri'));
    expect(await (await nav.pages[0])?.text()).toContain('Revenez au terminal');
    expect(statSync(jeton).mode & 0o777).toBe(0o600);
    expect(statSync(join(jeton, '..')).mode & 0o777).toBe(0o700);
    expect(JSON.parse(readFileSync(jeton, 'utf8'))).toMatchObject({
      refresh_token: 'renouveler-1',
    });
    // La fois suivante, plus rien à faire, et personne devant le terminal.
    google.autoriser = () => ({ statut: 500, json: {} });
    expect((await lister()).code).toBe(0);
  });

  it('un retour forgé (autre état) n’est pas écouté', async () => {
    const { google, lister } = await poste();
    google.autoriser = (champs) =>
      champs.get('code') === 'code-1' ? jetons() : jetons({ scope: 'volé' });
    const nav = navigateur(accepter);
    const r = await lister((texte) => {
      const adresse = /http:\/\/\S+/.exec(texte)?.[0];
      if (!adresse) return;
      const retour = new URL(adresse).searchParams.get('redirect_uri');
      void fetch(`${retour}?code=vol&state=faux`).then((r) => {
        expect(r.status).toBe(404);
        nav.lire(texte);
      });
    });
    expect(r.code).toBe(0);
  });

  it.each<[string, (p: URLSearchParams) => Record<string, string>, object, string]>([
    [
      'refus dans le navigateur',
      (p) => ({ error: 'access_denied', state: p.get('state') ?? '' }),
      {},
      'GOOGLE_CONNEXION_REFUSEE',
    ],
    ['case décochée', accepter, { scope: 'openid' }, 'GOOGLE_DROIT_REFUSE'],
    [
      'pas d’autorisation durable',
      accepter,
      { refresh_token: undefined },
      'GOOGLE_CONNEXION_REFUSEE',
    ],
  ])('%s', async (_, repondre, reponse, code) => {
    const { google, lister } = await poste();
    google.autoriser = () => jetons(reponse);
    const r = await lister(navigateur(repondre).lire);
    expect([r.code, erreurDe(r).code]).toEqual([3, code]);
    expect(google.requetes).toEqual([]);
  });

  it('personne devant le terminal : dit quoi faire', async () => {
    const { lister } = await poste();
    const r = await lister();
    expect([r.code, erreurDe(r).code]).toEqual([3, 'GOOGLE_AUTORISATION_A_DONNER']);
    expect(erreurDe(r).message).toMatch(/dans un terminal/);
  });
});

describe('les fois suivantes', () => {
  const garder = (p: Poste, autres: object = {}) => {
    mkdirSync(join(p.jeton, '..'), { recursive: true });
    const contenu = {
      client: 'client-1',
      racine: p.google.racine,
      droits: [SHEETS],
      refresh_token: 'renouveler-1',
      access_token: 'vieux',
      expiry_date: 1,
      ...autres,
    };
    writeFileSync(p.jeton, JSON.stringify(contenu));
  };

  it('renouvelle l’accès expiré, garde le nouveau, et resserre des droits trop larges', async () => {
    const p = await poste();
    garder(p);
    chmodSync(p.jeton, 0o644);
    p.google.jetonExige = 'acces-2';
    p.google.autoriser = (champs) => {
      expect(champs.get('grant_type')).toBe('refresh_token');
      return { statut: 200, json: { access_token: 'acces-2', expires_in: 3600 } };
    };
    expect((await p.lister()).code).toBe(0);
    expect(statSync(p.jeton).mode & 0o777).toBe(0o600);
    expect(JSON.parse(readFileSync(p.jeton, 'utf8'))).toMatchObject({
      access_token: 'acces-2',
      refresh_token: 'renouveler-1',
      droits: [SHEETS],
    });
  });

  it('autorisation retirée : sans personne, dit quoi faire ; devant quelqu’un, la redemande', async () => {
    const p = await poste();
    garder(p);
    const r = await p.lister();
    expect([r.code, erreurDe(r).code]).toEqual([3, 'GOOGLE_AUTORISATION_PERIMEE']);
    p.google.autoriser = (c) =>
      c.get('grant_type') === 'authorization_code'
        ? jetons()
        : { statut: 400, json: { error: 'invalid_grant' } };
    const nav = navigateur(accepter);
    expect((await p.lister(nav.lire)).code).toBe(0);
    expect(nav.vues).toHaveLength(1);
  });

  it.each<[string, object | string]>([
    ['donnée à un autre client', { client: 'client-2' }],
    ['donnée par un autre serveur', { racine: '' }],
    ['abîmée', '{"refresh'],
  ])('autorisation %s : ignorée, jamais envoyée', async (_, contenu) => {
    const p = await poste();
    if (typeof contenu === 'string') {
      garder(p);
      writeFileSync(p.jeton, contenu);
    } else garder(p, contenu);
    p.google.autoriser = () => {
      throw new Error('Une autorisation étrangère a été envoyée.');
    };
    const r = await p.lister();
    expect(erreurDe(r).code).toBe('GOOGLE_AUTORISATION_A_DONNER');
  });

  it('--gmail demande en plus les brouillons, et eux seuls', async () => {
    const p = await poste();
    garder(p, { access_token: 'acces-1', expiry_date: 9e15 });
    p.google.autoriser = () => jetons({ scope: `${SHEETS} ${GMAIL}` });
    const nav = navigateur(accepter);
    const r = await suiviAvec(
      { env: p.env, lire: nav.lire },
      'relances',
      '--gmail',
      '-c',
      ID,
      '--json',
    );
    expect(r.code).toBe(0);
    expect(nav.vues.map((v) => v.get('scope'))).toEqual([`${SHEETS} ${GMAIL}`]);
  });

  it('Google refuse le client : le dit', async () => {
    const p = await poste();
    garder(p);
    p.google.autoriser = () => ({ statut: 401, json: { error: 'invalid_client' } });
    expect(erreurDe(await p.lister()).code).toBe('GOOGLE_CLIENT_REFUSE');
  });
});

describe('le fichier du client', () => {
  it.each<[string, unknown, string]>([
    ['application web', { web: { client_id: 'x', client_secret: 'y' } }, 'GOOGLE_CLIENT_INVALIDE'],
    ['clé d’un compte de service', { type: 'service_account' }, 'GOOGLE_CLIENT_EST_UN_COMPTE'],
    ['autre JSON', [1], 'GOOGLE_CLIENT_INVALIDE'],
  ])('%s', async (_, contenu, code) => {
    const { lister } = await poste(contenu);
    const r = await lister();
    expect([r.code, erreurDe(r).code]).toEqual([3, code]);
  });

  it('absent : nomme le fichier attendu, dans le dossier personnel', async () => {
    const dossier = await dossierTemporaire();
    const r = await suiviAvec(
      { env: { XDG_CONFIG_HOME: dossier } },
      'devis',
      'lister',
      '-c',
      ID,
      '--json',
    );
    expect([r.code, erreurDe(r).code]).toEqual([3, 'GOOGLE_NON_CONNECTE']);
    expect(erreurDe(r).message).toContain(join(dossier, 'suivi', 'client-google.json'));
    expect(existsSync(join(dossier, 'suivi'))).toBe(false);
  });

  it.each([
    ['un fichier qui n’existe pas', 'absent.json', null],
    ['un fichier qui n’est pas du JSON', 'cle.json', 'bonjour'],
  ])('GOOGLE_APPLICATION_CREDENTIALS : %s', async (_, nom, contenu) => {
    const fichier = join(await dossierTemporaire(), nom);
    if (contenu !== null) writeFileSync(fichier, contenu);
    const r = await suiviAvec(
      { env: { GOOGLE_APPLICATION_CREDENTIALS: fichier } },
      'devis',
      'lister',
      '-c',
      ID,
      '--json',
    );
    expect([r.code, erreurDe(r).code]).toEqual([3, 'GOOGLE_IDENTIFIANTS_INVALIDES']);
    expect(erreurDe(r).message).toContain(fichier);
  });
});
