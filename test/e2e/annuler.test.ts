import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lireClasseur } from '../../cli/workbooks/xlsx/lire-classeur';
import { ADRESSE, lireEmule, poserClasseur } from '../support/google-emule';
import { googleLocal } from '../support/google-local';
import { dossierTemporaire, suivi, suiviAvec } from '../support/suivi';

const DEVIS =
  'N°;Client;Objet;Montant HT;Statut;Envoyé le\nDEV-2026-0113;Mairie de Lunel;Étude;1000;Envoyé;01/02/2026\n';

interface Annulation {
  import: number;
  supprimes: number;
  refus: { code: string; message: string }[];
}

describe.each(['un fichier .xlsx', 'un classeur Google'])('suivi annuler, sur %s', (sorte) => {
  async function preparer() {
    const dossier = await dossierTemporaire();
    const source = join(dossier, 'devis.csv');
    await writeFile(source, DEVIS);
    if (sorte === 'un fichier .xlsx') {
      const fichier = join(dossier, 'suivi.xlsx');
      await suivi('init', fichier);
      return { source, cible: fichier, env: {}, lire: () => lireClasseur(fichier).tables };
    }
    const google = await googleLocal();
    poserClasseur(google.emulateur);
    const env = { SUIVI_GOOGLE_RACINE: google.racine };
    return { source, cible: ADRESSE, env, lire: () => lireEmule(google.emulateur).tables };
  }

  it('défait l’import, le dit, et refuse de le refaire deux fois', async () => {
    const { source, cible, env, lire } = await preparer();
    const jouer = (...argv: string[]) =>
      suiviAvec({ env }, ...argv, '-c', cible, '--le', '2026-03-02', '--utilisateur', 'a@b.fr');
    expect((await jouer('importer', 'devis', source)).code).toBe(0);
    expect(lire().devis).toHaveLength(1);

    const simule = await jouer('annuler', '1', '--simulation');
    expect(simule).toMatchObject({ code: 0 });
    expect(simule.stdout).toContain('Devis, DEV-2026-0113');
    expect(lire().devis).toHaveLength(1);

    const fait = await jouer('annuler', 'n° 1');
    expect(fait.code).toBe(0);
    expect(`${fait.stdout}${fait.stderr}`).toContain(
      '1 enregistrement supprimé, 0 rétabli, 1 client supprimé, 1 numéro ôté de Registre.',
    );
    expect(lire()).toMatchObject({ devis: [], clients: [], registre: [] });

    const encore = await jouer('annuler', '1', '--json');
    expect(encore.code).toBe(1);
    expect((JSON.parse(encore.stdout) as Annulation).refus).toEqual([
      expect.objectContaining({ code: 'IMPORT_DEJA_ANNULE' }),
    ]);

    const dapres = await jouer('importer', 'devis', source, '--json');
    expect(JSON.parse(dapres.stdout)).toMatchObject({ import: 2, creees: 1, clientsCrees: 1 });
    const json = await jouer('annuler', '2', '--json');
    expect(JSON.parse(json.stdout)).toEqual({
      ...{ import: 2, supprimes: 1, retablis: 0, clientsSupprimes: 1, numerosOtes: 1, absents: 0 },
      refus: [],
    });
  });

  it('un changement fait depuis : sortie 1, nommé, rien d’écrit', async () => {
    const { source, cible, env, lire } = await preparer();
    const jouer = (...argv: string[]) =>
      suiviAvec({ env }, ...argv, '-c', cible, '--le', '2026-03-02', '--utilisateur', 'a@b.fr');
    await jouer('importer', 'devis', source);
    const signe = await jouer('devis', 'signer', 'DEV-2026-0113', '--forme', 'bon de commande');
    expect(signe.code, signe.stderr).toBe(0);
    const avant = lire();
    const refuse = await jouer('annuler', '1');
    expect(refuse.code).toBe(1);
    expect(refuse.stderr.replaceAll('\u00a0', ' ')).toContain(
      'Devis DEV-2026-0113, colonne Statut : « Signé » depuis, l’import avait écrit « Envoyé ».',
    );
    expect(refuse.stderr).toContain('rien n’a été écrit');
    expect(lire()).toEqual(avant);
  });
});

it('un numéro qui n’en est pas un est une faute d’usage', async () => {
  const { code, stderr } = await suivi('annuler', 'devis.csv', '-c', 'suivi.xlsx');
  expect(code).toBe(2);
  expect(stderr).toContain('n’est pas un numéro d’import');
});

it('le fichier redevient celui d’avant, Journal à part', async () => {
  const dossier = await dossierTemporaire();
  const [fichier, source] = [join(dossier, 'suivi.xlsx'), join(dossier, 'devis.csv')];
  await writeFile(source, DEVIS);
  await suivi('init', fichier, '--exemple', '--le', '2026-03-02');
  const avant = lireClasseur(fichier).tables;
  const octets = await readFile(fichier);
  await suivi('importer', 'devis', source, '-c', fichier);
  expect((await readFile(fichier)).equals(octets)).toBe(false);
  expect((await suivi('annuler', '1', '-c', fichier, '--oui')).code).toBe(0);
  const { journal, ...apres } = lireClasseur(fichier).tables;
  const { journal: ancien, ...reste } = avant;
  expect(apres).toEqual(reste);
  expect(journal.slice(0, ancien.length)).toEqual(ancien);
});

it('l’import à annuler d’abord est dit, même après beaucoup d’autres raisons', async () => {
  const dossier = await dossierTemporaire();
  const classeur = join(dossier, 'suivi.xlsx');
  const source = join(dossier, 'clients.csv');
  const villes = (ville: string): string =>
    `Organisation;Ville\n${Array.from({ length: 40 }, (_, i) => `Société n° ${i};${ville}\n`).join('')}`;
  await suivi('init', classeur);
  for (const ville of ['Lyon', 'Metz', 'Nice']) {
    await writeFile(source, villes(ville));
    await suivi('importer', 'clients', source, '-c', classeur, '--le', '2026-03-02', '--oui');
  }
  const { code, stderr } = await suivi('annuler', '1', '-c', classeur, '--oui');
  const lignes = stderr
    .replace(/\u00a0/g, ' ')
    .trimEnd()
    .split('\n');
  expect(code).toBe(1);
  expect(lignes.slice(-3)).toEqual([
    '… et 10 autres.',
    'Des imports faits depuis en dépendent : annulez d’abord l’import n° 3 (Clients, le 02/03/2026) : suivi annuler 3, puis l’import n° 2 (Clients, le 02/03/2026) : suivi annuler 2. Ensuite : suivi annuler 1.',
    'L’import n’est pas annulé, rien n’a été écrit.',
  ]);
});
