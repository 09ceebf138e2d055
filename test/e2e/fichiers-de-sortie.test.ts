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
    ['exporter vers le classeur', ['exporter', 'devis', '-o', 'suivi.xlsx']],
    ['exporter vers un lien au classeur', ['exporter', 'tout', '-o', 'lien.xlsx']],
    ['rejets vers le classeur', ['importer', 'devis', 'devis.csv', '--rejets', 'suivi.xlsx']],
    ['rejets vers la source', ['importer', 'devis', 'devis.csv', '--rejets', './devis.csv']],
    [
      'profil vers la source',
      ['importer', 'devis', 'devis.csv', '--enregistrer-profil', 'devis.csv'],
    ],
  ])('%s : refusé', async (_, argv) => {
    const avant = [await readFile(classeur), await readFile(source)];
    const places = argv.map((a) => (/\.(xlsx|csv)$/.test(a) ? join(dossier, a) : a));
    const { code, stderr } = await suivi(...places, '-c', classeur);
    expect(code).toBe(2);
    expect(stderr).toContain('elle n’écrit pas par-dessus');
    expect([await readFile(classeur), await readFile(source)]).toEqual(avant);
  });

  it('un import refusé enregistre le profil de ce qui est reconnu, à compléter', async () => {
    const profil = join(dossier, 'p.json');
    const { code, stderr } = await suivi(
      ...['importer', 'devis', source, '-c', classeur, '--enregistrer-profil', profil],
    );
    expect(code).toBe(1);
    expect(stderr).toContain('complétez-le');
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
    ['--le', '1900-01-01'],
  ])('%s %s : hors du calendrier du produit', async (option, valeur) => {
    const { code, json } = await suiviJson('tableau', '-c', classeur, option, valeur);
    expect(code).toBe(2);
    expect(json).toMatchObject({ erreur: { message: expect.stringContaining('de 2000 à 2199') } });
  });
});
