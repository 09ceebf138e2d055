import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, expect, it } from 'vitest';
import iconv from 'iconv-lite';
import { lireClasseur } from '../../cli/workbooks/xlsx/lire-classeur';
import { Devant } from '../support/apercu-ouvert';
import { avecNavigateur } from '../support/navigateur';
import { suiviJson, suiviProcessus } from '../support/suivi';
import { dossierNeuf } from '../xlsx/outils';

/** Un import par le vrai menu, dans le navigateur, puis le fichier relu par la commande. */
const DELAI = 180_000;
const LE = '2026-03-02';
const navigateur = avecNavigateur();
const dossier = dossierNeuf();
const classeur = join(dossier, 'suivi.xlsx');
const fichier = join(dossier, 'anciens clients.csv');
let devant: Devant | null = null;

beforeAll(async () => {
  await suiviProcessus('init', classeur, '--exemple', '--le', LE);
  const lignes = [
    'Société;Contact;Courriel;CP;Ville;Couleur',
    'Scierie du Haut-Doubs;Mme Œuvrard;œuvrard@scierie.example;25300;Pontarlier;vert',
    'Fromagerie Bérénice;M. Noël;noel@berenice.example;39300;Champagnole;vert',
    'SARL Tréfileries de l’Orbe;;contact@orbe.example;25370;Métabief;vert',
    ';Mme Sans-Société;sans@nom.example;25000;Besançon;vert',
  ];
  writeFileSync(fichier, iconv.encode(lignes.join('\r\n'), 'windows-1252'));
}, DELAI);

afterEach(async () => {
  expect((await devant?.fermer()) ?? 0).toBe(0);
  devant = null;
});

it(
  'un vieux fichier de clients, du menu à la feuille, et ses rejets corrigés',
  { timeout: DELAI },
  async () => {
    const avant = lireClasseur(classeur).tables.clients.length;
    const d = (devant = await Devant.ouvrir(navigateur(), classeur, {
      le: LE,
      utilisateur: 'helene.marsacq@valex.example',
    }));
    await d.menu('Importer', 'Importer…');
    await d.choisir('Importer vers', 'Clients');
    await d.panneau.getByLabel('Un fichier', { exact: true }).setInputFiles(fichier);
    await d.lire(/anciens clients\.csv.» est lu.: 5.lignes/);
    await d.image('importer');
    await d.bouton('Voir le plan');
    await d.lire(/4.lignes lues/);
    await d.lire(/À créer.: Scierie du Haut-Doubs/);
    expect(lireClasseur(classeur).tables.clients).toHaveLength(avant);
    await d.image('importer-plan');
    await d.bouton('Importer');
    await d.lire(/Import n°.\d+ écrit.: 3 créées, 1.rejetée/);
    await d.image('importer-fait');
    await d.bouton('Voir la première');
    await expect.poll(() => d.cellule()).toMatch(/^Clients A\d+ : Scierie du Haut-Doubs$/);

    const { clients } = lireClasseur(classeur).tables;
    expect(clients.slice(avant)).toMatchObject([
      { organisation: 'Scierie du Haut-Doubs', contact: 'Mme Œuvrard', codePostal: '25300' },
      { organisation: 'Fromagerie Bérénice', ville: 'Champagnole' },
      { organisation: 'SARL Tréfileries de l’Orbe', email: 'contact@orbe.example' },
    ]);

    await d.onglet('Rejets import');
    await d.taper('A2', 'Bureau Sans-Société');
    await d.menu('Importer', 'Importer…');
    await d.choisir('Importer vers', 'Clients');
    expect(await d.panneau.getByRole('radio', { name: 'Rejets import' }).isChecked()).toBe(true);
    await d.bouton('Voir le plan');
    await d.lire(/À créer.: Bureau Sans-Société/);
    await d.bouton('Importer');
    await d.lire(/écrit.: 1 créée\./);
    expect(d.erreurs).toEqual([]);
    const { json } = await suiviJson<{ anomalies: unknown[] }>(
      'controler',
      '-c',
      classeur,
      '--le',
      LE,
    );
    expect(json).toBeTruthy();
    expect(lireClasseur(classeur).tables.clients).toHaveLength(avant + 4);
  },
);
