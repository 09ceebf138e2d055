import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Faute, Requete } from '../../support/google-local';
import { CONTENU } from '../../errors/atelier';
import { ADRESSE, ID, lireEmule, poserClasseur } from '../../support/google-emule';
import { googleLocal, type GoogleLocal } from '../../support/google-local';
import { dossierTemporaire, suiviAvec } from '../../support/suivi';

const LE = ['--le', '2026-03-02', '--utilisateur', 'paul@exemple.fr'];

async function ouvrir(): Promise<{
  google: GoogleLocal;
  suivi: (...argv: string[]) => ReturnType<typeof suiviAvec>;
}> {
  const google = await googleLocal();
  poserClasseur(google.emulateur, CONTENU);
  const env = { SUIVI_GOOGLE_RACINE: google.racine };
  return { google, suivi: (...argv) => suiviAvec({ env }, ...argv, '-c', ID, ...LE) };
}

const nouvelle = ['affaire', 'nouvelle', '--client', 'Mairie de Sète', '--objet', 'Audit'];
const estEcriture = (r: Requete) => r.chemin.endsWith(':batchUpdate');
const estLecture = (r: Requete) => !estEcriture(r);

/** La faute, les `fois` premières. */
const dAbord = (fois: number, voulue: (r: Requete) => boolean, faute: Faute) => {
  let restantes = fois;
  return (r: Requete) => (voulue(r) && restantes-- > 0 ? faute : null);
};
const affaires = (g: GoogleLocal) =>
  lireEmule(g.emulateur).tables.affaires.filter((a) => a.client === 'Mairie de Sète');

describe('une faute passagère : la commande insiste, et n’écrit qu’une fois', () => {
  it.each<[string, number, (r: Requete) => boolean, Faute]>([
    ['trop de demandes, à la lecture', 2, estLecture, { quand: 'avant', statut: 429 }],
    ['panne à la lecture', 2, estLecture, { quand: 'avant', statut: 503 }],
    ['coupure à la lecture', 1, estLecture, { quand: 'avant', statut: null }],
    ['trop de demandes, à l’écriture', 2, estEcriture, { quand: 'avant', statut: 429 }],
    ['panne avant l’écriture', 1, estEcriture, { quand: 'avant', statut: 500 }],
    ['coupure avant l’écriture', 1, estEcriture, { quand: 'avant', statut: null }],
    ['panne après l’écriture', 1, estEcriture, { quand: 'apres', statut: 500 }],
    ['coupure après l’écriture', 1, estEcriture, { quand: 'apres', statut: null }],
  ])('%s', async (_, fois, voulue, faute) => {
    const { google, suivi } = await ouvrir();
    google.faute = dAbord(fois, voulue, faute);
    const r = await suivi(...nouvelle);
    expect([r.code, r.stderr]).toEqual([0, '']);
    expect(affaires(google)).toHaveLength(1);
  });
});

describe('une faute qui dure : sortie 3, une phrase qui dit quoi faire, rien d’écrit', () => {
  it.each<[string, (r: Requete) => boolean, Faute, string, RegExp]>([
    [
      'classeur absent',
      () => true,
      { quand: 'avant', statut: 404 },
      'CLASSEUR_GOOGLE_ABSENT',
      /partage/,
    ],
    ['pas le droit', () => true, { quand: 'avant', statut: 403 }, 'DROITS_GOOGLE', /propriétaire/],
    ['lecture seule', estEcriture, { quand: 'avant', statut: 403 }, 'DROITS_GOOGLE', /modifier/],
    [
      'connexion refusée',
      () => true,
      { quand: 'avant', statut: 401 },
      'CONNEXION_GOOGLE',
      /connecter/,
    ],
    [
      'API éteinte',
      () => true,
      { quand: 'avant', statut: 403, message: 'Google Sheets API has not been used in project 1' },
      'API_GOOGLE_ETEINTE',
      /Activez/,
    ],
    ['quota', () => true, { quand: 'avant', statut: 429 }, 'QUOTA_GOOGLE', /minute/],
    ['panne', () => true, { quand: 'avant', statut: 500 }, 'GOOGLE_INJOIGNABLE', /connexion/],
    ['coupure', () => true, { quand: 'avant', statut: null }, 'GOOGLE_INJOIGNABLE', /connexion/],
    [
      'plage protégée',
      estEcriture,
      {
        quand: 'avant',
        statut: 400,
        message: 'You are trying to edit a protected cell or object.',
      },
      'PLAGE_PROTEGEE',
      /protection/,
    ],
  ])('%s', async (_, voulue, faute, code, phrase) => {
    const { google, suivi } = await ouvrir();
    google.faute = (r) => (voulue(r) ? faute : null);
    const r = await suivi(...nouvelle, '--json');
    const { erreur } = JSON.parse(r.stdout) as { erreur: { code: string; message: string } };
    expect([r.code, erreur.code, r.stderr]).toEqual([3, code, '']);
    expect(erreur.message).toMatch(phrase);
    expect(erreur.message).toMatch(/Rien n’a été écrit/);
    expect(erreur.message).not.toMatch(/undefined|\[object|127\.0\.0\.1/);
    google.faute = null;
    expect(affaires(google)).toEqual([]);
  });

  it('serveur éteint', async () => {
    const { google, suivi } = await ouvrir();
    google.fermer();
    const r = await suivi(...nouvelle);
    expect(r.code).toBe(3);
    expect(r.stderr).toMatch(/Google Sheets ne répond pas/);
  });
});

describe('ce qui n’est pas notre classeur', () => {
  it.each<[string, object, string]>([
    ['vide', {}, 'CLASSEUR_NON_INSTALLE'],
    [
      'un autre classeur',
      { sheets: [{ properties: { title: 'Budget' } }] },
      'CLASSEUR_NON_INSTALLE',
    ],
  ])('%s', async (_, contenu, code) => {
    const google = await googleLocal();
    google.emulateur.creer(ID, contenu);
    const r = await suiviAvec(
      { env: { SUIVI_GOOGLE_RACINE: google.racine } },
      ...nouvelle,
      '-c',
      ID,
      '--json',
    );
    expect(r.code).toBe(3);
    expect(JSON.parse(r.stdout)).toMatchObject({ erreur: { code } });
    expect(google.emulateur.compte.ecritures).toBe(0);
  });

  it('une copie : aucun numéro n’y est tiré', async () => {
    const google = await googleLocal();
    poserClasseur(google.emulateur, CONTENU);
    const copie = ID.replace('abcde', 'copie');
    google.emulateur.creer(copie, google.emulateur.instantane(ID));
    const r = await suiviAvec(
      { env: { SUIVI_GOOGLE_RACINE: google.racine } },
      ...nouvelle,
      '-c',
      copie,
      '--json',
    );
    expect(r.code).toBe(3);
    expect(JSON.parse(r.stdout)).toMatchObject({ erreur: { code: 'CLASSEUR_COPIE' } });
  });

  it.each([
    [
      'https://docs.google.com/document/d/1aBcDeFgHiJkLmNoPqRsTuVwXyZ/edit',
      /n’est pas l’adresse d’un classeur/,
    ],
    [
      'https://docs.google.com/spreadsheets/d/e/2PACX-1vAbCdEfGhIjKlMnOpQrStUvWxYz/pubhtml',
      /n’est pas l’adresse/,
    ],
    ['https://exemple.fr/suivi.xlsx', /n’est pas l’adresse/],
  ])('%s : mauvais usage', async (cible, phrase) => {
    const r = await suiviAvec({}, ...nouvelle, '-c', cible);
    expect(r.code).toBe(2);
    expect(r.stderr).toMatch(phrase);
  });

  it.each([
    'https://sheets.example.com/',
    'http://10.0.0.1:80',
    'https://127.0.0.1/',
    'http://x@127.0.0.1/',
    'bonjour',
  ])('SUIVI_GOOGLE_RACINE=%s est refusée', async (racine) => {
    const r = await suiviAvec({ env: { SUIVI_GOOGLE_RACINE: racine } }, ...nouvelle, '-c', ID);
    expect(r.code).toBe(2);
    expect(r.stderr).toMatch(/SUIVI_GOOGLE_RACINE/);
  });
});

describe('deux personnes', () => {
  it('quelqu’un écrit entre notre lecture et notre écriture : on décide à nouveau, sans rien perdre', async () => {
    const { google, suivi } = await ouvrir();
    let glisse = false;
    google.avant = async (r) => {
      if (!estEcriture(r) || glisse) return;
      glisse = true;
      const autre = await suivi(
        'affaire',
        'nouvelle',
        '--client',
        'Mairie de Sète',
        '--objet',
        'Autre',
      );
      expect(autre.code).toBe(0);
    };
    const r = await suivi(...nouvelle, '--json');
    expect(r.code).toBe(0);
    expect(JSON.parse(r.stdout)).toMatchObject({ numero: 'AFF-2026-0004' });
    expect(affaires(google).map((a) => [a.numero, a.objet])).toEqual([
      ['AFF-2026-0003', 'Autre'],
      ['AFF-2026-0004', 'Audit'],
    ]);
    const { clients } = lireEmule(google.emulateur).tables;
    expect(clients.filter((c) => c.organisation === 'Mairie de Sète')).toHaveLength(1);
  });

  it('quelqu’un a inscrit la relance ailleurs : le fichier que nous venions d’écrire est retiré', async () => {
    const google = await googleLocal();
    poserClasseur(google.emulateur, CONTENU);
    const dossier = await dossierTemporaire();
    const relancer = (qui: string) =>
      suiviAvec(
        { env: { SUIVI_GOOGLE_RACINE: google.racine } },
        ...['relances', '-o', join(dossier, qui), '-c', ID, '--le', '2026-03-10', '--json'],
      );
    let glisse = false;
    google.avant = async (r) => {
      if (!estEcriture(r) || glisse) return;
      glisse = true;
      expect(readdirSync(join(dossier, 'paul'))).toHaveLength(1);
      expect((await relancer('léa')).code).toBe(0);
    };
    const r = await relancer('paul');
    expect([r.code, JSON.parse(r.stdout)]).toMatchObject([0, { dues: 0, brouillons: [] }]);
    expect([readdirSync(join(dossier, 'paul')), readdirSync(join(dossier, 'léa'))]).toEqual([
      [],
      ['DEV-2026-0001-relance-1.eml'],
    ]);
  });

  it('l’adresse, l’adresse d’un autre compte, l’identifiant : le même classeur', async () => {
    const { google } = await ouvrir();
    const env = { SUIVI_GOOGLE_RACINE: google.racine };
    for (const cible of [ADRESSE, ADRESSE.replace('/d/', '/u/1/d/'), ID, ` ${ID} `]) {
      expect(
        (await suiviAvec({ env: { ...env, SUIVI_CLASSEUR: cible } }, 'devis', 'lister')).code,
      ).toBe(0);
    }
  });
});

it('un gros import part en plusieurs envois de moins de 2 Mo, sous un seul numéro, même si une réponse se perd', async () => {
  const { google, suivi } = await ouvrir();
  const source = join(await dossierTemporaire(), 'clients.csv');
  const lignes = Array.from({ length: 900 }, (_, i) => `Client ${i};${`note ${i} `.repeat(600)}`);
  writeFileSync(source, ['Nom;Commentaires', ...lignes].join('\n'));
  let ecritures = 0;
  google.faute = (r) =>
    estEcriture(r) && ++ecritures === 2 ? { quand: 'apres', statut: null } : null;
  const r = await suivi('importer', 'clients', source, '--json');
  expect([r.code, JSON.parse(r.stdout)]).toMatchObject([0, { import: 1, lues: 900, creees: 900 }]);
  const tailles = google.requetes.filter(estEcriture).map((q) => JSON.stringify(q.corps).length);
  expect(tailles.length).toBeGreaterThan(2);
  expect(Math.max(...tailles)).toBeLessThan(2_000_000);
  const { clients, journal } = lireEmule(google.emulateur).tables;
  expect(clients.filter((c) => c.organisation?.startsWith('Client '))).toHaveLength(900);
  expect(new Set(journal.map((j) => j.origine))).toEqual(new Set(['import n° 1']));
  const { ecritures: avant } = google.emulateur.compte;
  expect((await suivi('importer', 'clients', source)).code).toBe(0);
  expect(google.emulateur.compte.ecritures).toBe(avant);
});

it('deux lectures, une écriture ; aucune en simulation, ni pour le tableau de bord', async () => {
  const { google, suivi } = await ouvrir();
  const compter = async (...argv: string[]) => {
    const { lectures, ecritures } = google.emulateur.compte;
    expect((await suivi(...argv)).code).toBe(0);
    const apres = google.emulateur.compte;
    return [apres.lectures - lectures, apres.ecritures - ecritures];
  };
  expect(await compter('devis', 'lister')).toEqual([2, 0]);
  expect(await compter(...nouvelle, '--simulation')).toEqual([2, 0]);
  expect(await compter(...nouvelle)).toEqual([2, 1]);
  expect(await compter('revue')).toEqual([2, 1]);
  expect(await compter('tableau')).toEqual([2, 0]);
});
