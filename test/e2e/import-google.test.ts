import { describe, expect, it } from 'vitest';
import { lireEmule, poserClasseur } from '../support/google-emule';
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
