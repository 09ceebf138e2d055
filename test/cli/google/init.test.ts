import { describe, expect, it } from 'vitest';
import { ADRESSE, ID, lireEmule } from '../../support/google-emule';
import { googleLocal } from '../../support/google-local';
import { suiviAvec } from '../../support/suivi';

const LE = ['--le', '2026-03-02', '--utilisateur', 'gerant@exemple.fr'];

async function vide() {
  const google = await googleLocal();
  google.emulateur.creer(ID, {
    properties: { title: 'Suivi', locale: 'fr_FR', timeZone: 'Europe/Paris' },
  });
  const env = { SUIVI_GOOGLE_RACINE: google.racine };
  return { google, suivi: (...argv: string[]) => suiviAvec({ env }, ...argv, ...LE) };
}

describe('suivi init, dans un classeur Google vide', () => {
  it('installe, puis tout s’y fait ; une seconde fois, rien ne change', async () => {
    const { google, suivi } = await vide();
    const r = await suivi('init', ADRESSE);
    expect([r.code, r.stderr]).toEqual([0, '']);
    expect(r.stdout).toMatch(/Le classeur Google est prêt/);
    expect(r.stdout).toMatch(/suivi importer clients FICHIER -c https:/);
    expect(
      (await suivi('affaire', 'nouvelle', '--client', 'Mairie', '--objet', 'Audit', '-c', ID)).code,
    ).toBe(0);
    const avant = lireEmule(google.emulateur).tables;
    expect(avant.affaires).toHaveLength(1);
    const encore = await suivi('init', ID, '--json');
    expect(JSON.parse(encore.stdout)).toEqual({ classeur: ID, exemple: false, simulation: false });
    const apres = lireEmule(google.emulateur).tables;
    expect(apres.affaires).toEqual(avant.affaires);
    expect(apres.parametres).toEqual(avant.parametres);
  });

  it('--exemple le remplit, et lui seul', async () => {
    const { google, suivi } = await vide();
    expect((await suivi('init', ID, '--exemple')).code).toBe(0);
    const { devis, registre } = lireEmule(google.emulateur).tables;
    expect(devis.length).toBeGreaterThan(100);
    const controle = JSON.parse((await suivi('controler', '-c', ID, '--json')).stdout) as {
      numeros: object;
    };
    expect(controle.numeros).toMatchObject({ doublons: [] });
    const refus = await suivi('init', ID, '--exemple', '--json');
    expect([refus.code, JSON.parse(refus.stdout)]).toMatchObject([
      3,
      { erreur: { code: 'EXEMPLE_CLASSEUR_REMPLI' } },
    ]);
    const apres = lireEmule(google.emulateur).tables;
    expect([apres.devis, apres.registre]).toEqual([devis, registre]);
  });

  it('en simulation : rien n’est écrit', async () => {
    const { google, suivi } = await vide();
    const r = await suivi('init', ID, '--exemple', '--simulation');
    expect([r.code, google.emulateur.compte.ecritures]).toEqual([0, 0]);
    expect(r.stdout).toMatch(/serait installé/);
  });

  it('classeur absent : sortie 3, aussi en simulation', async () => {
    const google = await googleLocal();
    const env = { SUIVI_GOOGLE_RACINE: google.racine };
    for (const autre of [[], ['--simulation']]) {
      const r = await suiviAvec({ env }, 'init', ID, '--json', ...autre);
      expect([r.code, JSON.parse(r.stdout)]).toMatchObject([
        3,
        { erreur: { code: 'CLASSEUR_GOOGLE_ABSENT' } },
      ]);
    }
  });
});
