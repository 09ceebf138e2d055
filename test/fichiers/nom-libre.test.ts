import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { EcrivainRejets } from '../../cli/fichiers/ecrire-rejets';
import { memeContenu } from '../../cli/fichiers/nom-libre';
import { ResumeImport } from '../../cli/importer/resume-import';
import { avecRejets } from '../../cli/importer/rejets-ecrits';
import { parcourirImport } from '../../src/import/parcourir';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { dossierTemporaire } from '../support/suivi';
import { contexte } from '../support/valeurs';

const GROS = 70_000;

it.each([
  ['identiques, sur plusieurs blocs', 'x'.repeat(GROS), 'x'.repeat(GROS), true],
  ['vides', '', '', true],
  ['de longueurs différentes', 'a', 'ab', false],
  ['différents au dernier octet', `${'x'.repeat(GROS)}a`, `${'x'.repeat(GROS)}b`, false],
])('deux fichiers %s', async (_, a, b, attendu) => {
  const dossier = await dossierTemporaire();
  const [x, y] = [join(dossier, 'x'), join(dossier, 'y')];
  await writeFile(x, a);
  await writeFile(y, b);
  expect(memeContenu(x, y)).toBe(attendu);
});

it('un fichier absent, ou un dossier, n’est le même qu’aucun', async () => {
  const dossier = await dossierTemporaire();
  expect(memeContenu(dossier, dossier)).toBe(false);
  expect(memeContenu(join(dossier, 'x'), join(dossier, 'x'))).toBe(false);
});

/** Un import dont chaque ligne est rejetée, vers ce fichier. */
function rejeter(fichier: string, lignes: number, puis = () => {}) {
  const source = sourceCsv(`N°;Client;Statut\n${'D1;;Envoyé\n'.repeat(lignes)}`);
  const ecrivain = new EcrivainRejets(fichier, source.description);
  const resume = new ResumeImport('devis', { garderRemarques: false, ecrivain, empreinte: null });
  return avecRejets(ecrivain, () => {
    const ctx = contexte('2026-03-02');
    const parcouru = parcourirImport(
      new ClasseurEnMemoire().snapshot(),
      'devis',
      source,
      null,
      ctx,
      resume,
    );
    puis();
    return parcouru;
  });
}

it('un import arrêté en chemin ne laisse pas de rejets incomplets, ni ne touche aux précédents', async () => {
  const dossier = await dossierTemporaire();
  const fichier = join(dossier, 'corr.csv');
  await writeFile(fichier, 'corrections');
  const arret = () => {
    throw new Error('la source a changé');
  };
  expect(() => rejeter(fichier, 3000, arret)).toThrow('la source a changé');
  expect(await readdir(dossier)).toEqual(['corr.csv']);
  expect(rejeter(fichier, 3000).ecrits).toEqual({
    chemin: join(dossier, 'corr-2.csv'),
    deja: false,
  });
  expect(await readFile(fichier, 'utf8')).toBe('corrections');
});

it('un dossier à la place du fichier est refusé, et reste là', async () => {
  const dossier = await dossierTemporaire();
  await mkdir(join(dossier, 'corr.csv'));
  expect(() => rejeter(join(dossier, 'corr.csv'), 1)).toThrow(/c’est un dossier/);
  expect(await readdir(dossier)).toEqual(['corr.csv']);
});

it.skipIf(process.platform === 'win32')('ce qui n’est pas un fichier s’écrit tel quel', () => {
  expect(rejeter('/dev/null', 1).ecrits).toEqual({ chemin: '/dev/null', deja: false });
});
