import { existsSync } from 'node:fs';
import { readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { dossierTemporaire, suivi, suiviJson } from '../support/suivi';

/** Ce qu'une commande écrit n'efface jamais ce qu'elle lit. */
describe('fichiers de sortie', () => {
  let dossier = '';
  let classeur = '';
  let source = '';

  beforeEach(async () => {
    dossier = await dossierTemporaire();
    classeur = join(dossier, 'suivi.xlsx');
    source = join(dossier, 'devis.csv');
    expect((await suivi('init', classeur)).code).toBe(0);
    await writeFile(source, 'N° devis;Montant HT\nD1;100\n');
    await symlink(classeur, join(dossier, 'lien.xlsx'));
  });

  it.each([
    ['exporter vers le classeur', ['exporter', 'devis', '-o', 'suivi.xlsx'], 'suivi-2.xlsx'],
    ['exporter vers un lien au classeur', ['exporter', 'tout', '-o', 'lien.xlsx'], 'lien-2.xlsx'],
    [
      'rejets vers la source',
      ['importer', 'devis', 'devis.csv', '--rejets', './devis.csv'],
      'devis-3.csv',
    ],
    [
      'profil vers la source',
      ['importer', 'devis', 'devis.csv', '--enregistrer-profil', 'devis.csv'],
      'devis.json',
    ],
  ])('%s : refusé, un nom libre est proposé', async (_, argv, propose) => {
    const occupe = join(dossier, 'devis-2.csv');
    await writeFile(occupe, 'à moi');
    const avant = [await readFile(classeur), await readFile(source)];
    const places = argv.map((a) => (/\.(xlsx|csv)$/.test(a) ? join(dossier, a) : a));
    const { code, stderr } = await suivi(...places, '-c', classeur);
    expect(code).toBe(2);
    expect(stderr).toContain('elle n’écrit pas par-dessus');
    expect(stderr).toContain(`par exemple «\u00a0${join(dossier, propose)}\u00a0».`);
    expect([await readFile(classeur), await readFile(source)]).toEqual(avant);
    expect(await readFile(occupe, 'utf8')).toBe('à moi');
  });

  it('des rejets vers le classeur : ils s’écrivent en CSV', async () => {
    const { code, stderr } = await suivi(
      ...['importer', 'devis', source, '-c', classeur, '--rejets', classeur],
    );
    expect(code).toBe(2);
    expect(stderr).toContain(`écrivez par exemple «\u00a0${classeur.replace('.xlsx', '.csv')}`);
  });

  describe('--enregistrer-profil ne recouvre rien', () => {
    const enregistrer = async (...options: string[]) => {
      await writeFile(source, 'N° devis;Client;Statut\nD1;Mairie;Envoyé\nD2;;Envoyé\n');
      const { code, stderr } = await suivi(
        ...['importer', 'devis', source, '-c', classeur, '--oui'],
        ...['--enregistrer-profil', join(dossier, 'p.json'), ...options],
      );
      return { code, texte: stderr.replaceAll('\u00a0', ' ').replaceAll(`${dossier}/`, '') };
    };

    it('le même profil, mis en forme autrement, reste et c’est dit', async () => {
      const profil = join(dossier, 'p.json');
      expect((await enregistrer()).texte).toContain(
        'Ce qui a été reconnu est enregistré dans p.json.',
      );
      const compact = JSON.stringify(JSON.parse(await readFile(profil, 'utf8')));
      await writeFile(profil, compact);
      const { code, texte } = await enregistrer();
      expect(code).toBe(1); // une ligne est rejetée
      expect(texte).toContain('p.json contient déjà ce profil, et n’est pas touché.');
      expect(await readFile(profil, 'utf8')).toBe(compact);
    });

    it.each([
      ['un profil complété', '{ "table": "devis", "valeurs": { "Statut": { "Won": "Signé" } } }'],
      ['tout autre chose', 'mes notes'],
    ])('%s : refusé, rien n’est importé, aucun rejet n’est laissé', async (_, contenu) => {
      const profil = join(dossier, 'p.json');
      await writeFile(profil, contenu);
      const avant = await readFile(classeur);
      const { code, texte } = await enregistrer('--rejets', join(dossier, 'r.csv'));
      expect([code, texte]).toEqual([
        2,
        '--enregistrer-profil : « p.json » existe déjà et dit autre chose que ce qui vient d’être reconnu. Il n’est pas touché, et rien n’est importé. Choisissez un autre nom, par exemple « p-2.json », ou ôtez ce fichier.\n',
      ]);
      expect(await readFile(profil, 'utf8')).toBe(contenu);
      expect((await readFile(classeur)).equals(avant)).toBe(true);
      expect(existsSync(join(dossier, 'r.csv'))).toBe(false);
    });
  });

  it('un import refusé enregistre le profil de ce qui est reconnu, à compléter', async () => {
    const profil = join(dossier, 'p.json');
    const { code, stderr } = await suivi(
      ...['importer', 'devis', source, '-c', classeur, '--enregistrer-profil', profil],
    );
    expect(code).toBe(1);
    expect(stderr).toContain('Complétez ce profil');
    expect(JSON.parse(await readFile(profil, 'utf8'))).toMatchObject({
      table: 'devis',
      colonnes: { 'N°': 'N° devis', 'Montant HT': 'Montant HT' },
    });
  });

  it.each([
    ['--rejets', 'absent/r.csv', 'son dossier n’existe pas'],
    ['--enregistrer-profil', 'absent/p.json', 'son dossier n’existe pas'],
    ['--rejets', '.', 'c’est un dossier'],
  ])('%s %s : dit pourquoi, sans rien importer', async (option, ou, cause) => {
    await writeFile(source, 'N° devis;Client;Statut\nD1;;Envoyé\n');
    const avant = await readFile(classeur);
    const { code, stderr } = await suivi(
      ...['importer', 'devis', source, '-c', classeur, option, join(dossier, ou)],
    );
    expect(code).toBe(3);
    expect(stderr).toContain(cause);
    expect(stderr).not.toContain('imprévue');
    expect((await readFile(classeur)).equals(avant)).toBe(true);
  });

  it('sans commande, --json rend une erreur d’usage, pas l’aide', async () => {
    const { code, json } = await suiviJson();
    expect(code).toBe(2);
    expect(json).toMatchObject({ erreur: { code: 'USAGE' } });
  });

  it.each([
    ['--le', '9999-12-31'],
    ['--mois', '9999-12'],
    ['--le', '1950-01-01'],
  ])('%s %s : hors du calendrier du produit', async (option, valeur) => {
    const { code, json } = await suiviJson('tableau', '-c', classeur, option, valeur);
    expect(code).toBe(2);
    expect(json).toMatchObject({ erreur: { message: expect.stringContaining('de 2000 à 2199') } });
  });
});
