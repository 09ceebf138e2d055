import { existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { creerDossier } from '../../cli/fichiers/creer-dossier';
import { ecrireDossierCsv } from '../../cli/fichiers/ecrire-export';
import { ecrireBrouillons } from '../../cli/outbox/eml';
import { creerClasseur } from '../../cli/workbooks/xlsx/creer-classeur';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { dossierTemporaire } from '../support/suivi';

describe('créer un dossier', () => {
  it('tous les niveaux qui manquent, deux fois de suite, relatif ou non', async () => {
    const dossier = await dossierTemporaire();
    const voulu = join(dossier, 'a', 'b', 'c');
    creerDossier(relative(process.cwd(), voulu));
    creerDossier(`${voulu}/`);
    expect(statSync(voulu).isDirectory()).toBe(true);
  });

  it.each<[string, (d: string) => string, string]>([
    ['un fichier à sa place', (d) => join(d, 'fichier'), 'ENOTDIR'],
    ['sous un fichier', (d) => join(d, 'fichier', 'x', 'y'), 'ENOTDIR'],
    ['un lien vers rien', (d) => join(d, 'lien', 'x'), 'EEXIST'],
  ])('%s : une erreur', async (_, chemin, code) => {
    const dossier = await dossierTemporaire();
    writeFileSync(join(dossier, 'fichier'), '');
    symlinkSync(join(dossier, 'rien'), join(dossier, 'lien'));
    mkdirSync(join(dossier, 'ok'));
    expect(() => creerDossier(chemin(dossier))).toThrow(expect.objectContaining({ code }));
  });
});

/** Là où le système répond « absent » sans fin, la création récursive de Node ne rend pas la main. */
describe.skipIf(!existsSync('/proc/self'))('dans /proc', () => {
  const snapshot = new ClasseurEnMemoire().snapshot();
  const brouillon = {
    reference: 'A/R1',
    expediteur: 'a@exemple.fr',
    destinataire: 'b@exemple.fr',
    copie: [],
    objet: 'x',
    corps: 'y',
  };
  it('les brouillons : un problème', async () => {
    const { problemes } = await ecrireBrouillons('/proc/x/y', [brouillon as never]);
    expect(problemes.map((p) => p.code)).toEqual(['BROUILLON_DOSSIER']);
  });
  it('un export et un classeur neuf : refusés en clair', async () => {
    const refus = { problemes: [{ code: 'ECRITURE_IMPOSSIBLE' }] };
    await expect(ecrireDossierCsv(snapshot, '/proc/x')).rejects.toMatchObject(refus);
    await expect(creerClasseur('/proc/x/suivi.xlsx')).rejects.toMatchObject(refus);
  });
});
