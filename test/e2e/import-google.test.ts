import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ajouter } from '../../src/classeur/changements';
import { CLES_TABLES, TABLES } from '../../src/classeur/tables';
import { ID, lireEmule, poserClasseur } from '../support/google-emule';
import { googleLocal } from '../support/google-local';
import {
  commandeImport,
  ecrireDevis,
  fauteDe,
  importerParLeReseau,
  SORTS,
  verifierDevis,
  type Sort,
} from '../support/import-google';
import { dossierTemporaire, suiviAvec, suiviEnfant } from '../support/suivi';

const estEcriture = ({ chemin }: { chemin: string }): boolean => chemin.endsWith(':batchUpdate');

describe('un import par le réseau, en plusieurs envois', () => {
  const cas = [2, 5, 8].flatMap((rang) => SORTS.map((sort): [Sort, number] => [sort, rang]));
  it.each(cas)('%s à la %ie requête : tout, une fois', { timeout: 60_000 }, async (sort, rang) => {
    const google = await googleLocal();
    poserClasseur(google.emulateur);
    google.faute = () => (google.requetes.length === rang ? fauteDe(sort) : null);
    await importerParLeReseau(google, 60);
    google.faute = null;
    expect(google.requetes.filter(estEcriture).length).toBeGreaterThan(4);
    verifierDevis(google, 60);
  });
});

describe('la commande, tuée entre deux envois', () => {
  it('--reprendre finit le même import ; sans elle, rien n’est créé deux fois', async () => {
    const N = 2_400;
    const fichier = await ecrireDevis(await dossierTemporaire(), N);
    const google = await googleLocal();
    poserClasseur(google.emulateur);
    const env = { SUIVI_GOOGLE_RACINE: google.racine };
    const jouer = async (...plus: string[]) => {
      const r = await suiviAvec({ env }, ...commandeImport(fichier, ...plus));
      return { ...r, stderr: r.stderr.replace(/\u00a0/g, ' ') };
    };
    const premiere = suiviEnfant(env, ...commandeImport(fichier));
    let tuee = false;
    google.avant = async () => {
      if (tuee || !google.requetes.some(estEcriture) || lus() === 0) return;
      tuee = true;
      premiere.tuer();
      await premiere.fin;
    };
    const lus = (): number => lireEmule(google.emulateur).tables.devis.length;
    await premiere.fin;
    const ecrits = lus();
    expect(ecrits).toBeGreaterThan(100);
    expect(ecrits).toBeLessThan(N);

    const vue = await jouer('--simulation');
    expect(vue.stderr).toContain('L’import n° 1 de « devis.csv » est inachevé');
    const reprise = await jouer('--reprendre');
    expect(reprise.stderr).toContain('Reprise de l’import n° 1 : 1 envoi est fait.');
    expect(reprise.stderr).toContain('Écrit : import n° 1.');
    expect(reprise.code, reprise.stderr).toBe(0);
    verifierDevis(google, N);

    const encore = await jouer('--reprendre', '--json');
    expect(encore.stderr).toContain('Rien à reprendre : aucun import n’est inachevé');
    expect(JSON.parse(encore.stdout)).toMatchObject({ creees: 0, modifiees: 0, inchangees: N });
    verifierDevis(google, N);
  }, 240_000);
});

describe('quelqu’un écrit pendant que le plan attend', () => {
  /** Importe deux clients ; à chaque « Écriture… », une main change la ville du premier. */
  async function importerMalgre(fois: number) {
    const google = await googleLocal();
    poserClasseur(google.emulateur, [
      ajouter('clients', { organisation: 'Alpha', ville: 'Nîmes' }),
    ]);
    const fichier = join(await dossierTemporaire(), 'clients.csv');
    await writeFile(fichier, 'Organisation;Ville\nAlpha;Lyon\nBeta;Paris');
    const sheetId = CLES_TABLES.indexOf('clients') + 1;
    const columnIndex = Object.keys(TABLES.clients.colonnes).indexOf('ville');
    const taper = (ville: string): void => {
      const rows = [{ values: [{ userEnteredValue: { stringValue: ville } }] }];
      const start = { sheetId, rowIndex: 1, columnIndex };
      const requetes = [{ updateCells: { start, rows, fields: 'userEnteredValue' } }];
      google.emulateur.executer({ methode: 'batchUpdate', id: ID, requetes });
    };
    let ecritures = 0;
    const lire = (texte: string): void => {
      if (!texte.includes('Écriture…') || ecritures === fois) return;
      ecritures++;
      taper(ecritures === fois ? 'Lyon' : `Ville ${ecritures}`);
    };
    const commande = ['importer', 'clients', fichier, '-c', ID, '--oui'];
    const r = await suiviAvec(
      { env: { SUIVI_GOOGLE_RACINE: google.racine }, lire },
      ...commande,
      ...['--utilisateur', 'paul@exemple.fr'],
    );
    const dit = `${r.stdout}${r.stderr}`.replaceAll('\u00a0', ' ');
    return { code: r.code, dit, ecritures, tables: lireEmule(google.emulateur).tables };
  }

  it('le plan refait est montré, et c’est lui qui est écrit', async () => {
    const { code, dit, tables } = await importerMalgre(1);
    expect(code, dit).toBe(0);
    expect(dit).toContain('2 lignes lues : 1 créée, 1 modifiée, 0 inchangée, 0 rejetée.');
    expect(dit).toContain(
      'Le classeur a changé pendant que ce plan attendait : rien n’a été écrit.',
    );
    expect(dit).toContain('2 lignes lues : 1 créée, 0 modifiée, 1 inchangée, 0 rejetée.');
    expect(tables.clients.map((c) => c.ville)).toEqual(['Lyon', 'Paris']);
    expect(new Set(tables.journal.map((j) => j.origine))).toEqual(new Set(['import n° 1']));
  });

  it('sans fin : renonce à la dixième fois, sans avoir rien écrit', async () => {
    const { code, dit, ecritures, tables } = await importerMalgre(100);
    expect([code, ecritures]).toEqual([3, 10]);
    expect(dit).toContain('D’autres écrivent dans ce classeur en ce moment');
    expect(tables.clients).toHaveLength(1);
  });
});
