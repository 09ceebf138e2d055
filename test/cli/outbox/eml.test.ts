import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ecrireBrouillons } from '../../../cli/outbox/eml';
import { messageDe } from '../../../src/messages/probleme';
import type { Brouillon } from '../../../src/relances/brouillon';
import { nomFichierBrouillon } from '../../../src/relances/nom-fichier';
import { planRelances } from '../../../src/relances/plan-relances';
import { brouillon as brouillonDeTest, classeurDe, contexte } from '../../relances/support';

let dossier = '';
beforeEach(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'brouillons-'));
});
afterEach(() => rm(dossier, { recursive: true, force: true }));

const brouillon = (reference: string, valeurs: Partial<Brouillon> = {}) =>
  brouillonDeTest({ reference, ...valeurs });

describe('nomFichierBrouillon', () => {
  it.each([
    ['DEV-2026-0042-V2/R1', /^DEV-2026-0042-V2-relance-1\.eml$/],
    ['DEV-2026-0042/R12', /^DEV-2026-0042-relance-12\.eml$/],
    ['2026/042/R1', /^2026-042-[0-9a-f]{8}-relance-1\.eml$/],
    ['../../etc/passwd/R1', /^etc-passwd-[0-9a-f]{8}-relance-1\.eml$/],
    ['É/R1', /^brouillon-[0-9a-f]{8}-relance-1\.eml$/],
    [`${'A'.repeat(300)}/R1`, /^A{80}-[0-9a-f]{8}-relance-1\.eml$/],
    ['SANS-RANG', /^SANS-RANG-[0-9a-f]{8}\.eml$/],
  ])('%s', (reference, attendu) => {
    expect(nomFichierBrouillon(reference)).toMatch(attendu);
  });

  it('loi : un nom sûr, et deux références n’ont jamais le même, casse à part', () => {
    const references = fc.uniqueArray(
      fc.tuple(fc.stringMatching(/^[A-Ca-cé/\\: .-]{1,6}$/), fc.integer({ min: 1, max: 3 })),
      { minLength: 2, maxLength: 30, selector: ([n, r]) => `${n}/R${r}` },
    );
    fc.assert(
      fc.property(references, (tirees) => {
        const noms = tirees.map(([n, r]) => nomFichierBrouillon(`${n}/R${r}`).toLowerCase());
        expect(new Set(noms).size).toBe(noms.length);
        for (const nom of noms) expect(nom).toMatch(/^[a-z0-9][a-z0-9._-]*\.eml$/);
      }),
    );
  });
});

describe('ecrireBrouillons', () => {
  it('un fichier par brouillon, dans un dossier créé au besoin, sans reste', async () => {
    const sous = join(dossier, 'un', 'deux');
    const rendu = await ecrireBrouillons(sous, [brouillon('A/R1'), brouillon('B-V2/R3')]);
    expect(rendu).toEqual({
      poses: [
        { reference: 'A/R1', fichier: join(sous, 'A-relance-1.eml'), nouveau: true },
        { reference: 'B-V2/R3', fichier: join(sous, 'B-V2-relance-3.eml'), nouveau: true },
      ],
      problemes: [],
    });
    expect((await readdir(sous)).sort()).toEqual(['A-relance-1.eml', 'B-V2-relance-3.eml']);
    const texte = await readFile(join(sous, 'A-relance-1.eml'), 'latin1');
    expect(texte).toMatch(/^Date: .*\r\n[^]*X-Unsent: 1\r\n/);
  });

  it('un fichier retouché par une personne reste tel quel', async () => {
    const fichier = join(dossier, 'A-relance-1.eml');
    await ecrireBrouillons(dossier, [brouillon('A/R1')]);
    const retouche = `${await readFile(fichier, 'utf8')}\nretouché`;
    await writeFile(fichier, retouche);
    const { poses } = await ecrireBrouillons(dossier, [brouillon('A/R1')]);
    expect(poses).toMatchObject([{ fichier, nouveau: false }]);
    expect(await readFile(fichier, 'utf8')).toBe(retouche);
  });

  it('un fichier du même nom pour une autre personne, ou sans personne, n’est ni pris ni couvert', async () => {
    const fichier = join(dossier, 'A-relance-1.eml');
    await writeFile(fichier, 'bidon');
    const pour = (destinataire: string) => [brouillon('A/R1', { destinataire })];
    const noms = [];
    for (const qui of ['a@x.example', 'b@x.example', 'a@x.example', 'b@x.example']) {
      const { poses } = await ecrireBrouillons(dossier, pour(qui));
      noms.push(...poses.map((p) => [basename(p.fichier), p.nouveau]));
    }
    expect(noms).toEqual([
      ['A-relance-1-2.eml', true],
      ['A-relance-1-3.eml', true],
      ['A-relance-1-2.eml', false],
      ['A-relance-1-3.eml', false],
    ]);
    expect(await readFile(fichier, 'utf8')).toBe('bidon');
  });

  it('aucun brouillon : le dossier n’est pas créé', async () => {
    await ecrireBrouillons(join(dossier, 'absent'), []);
    expect(await readdir(dossier)).toEqual([]);
  });

  it('le dossier est un fichier : un problème, en clair', async () => {
    const fichier = join(dossier, 'fichier');
    await writeFile(fichier, '');
    const { poses, problemes } = await ecrireBrouillons(join(fichier, 'x'), [brouillon('A/R1')]);
    expect([poses, problemes.map((p) => p.code)]).toEqual([[], ['BROUILLON_DOSSIER']]);
    expect(problemes.map(messageDe).join()).toContain('-o');
  });

  it('un brouillon impossible n’empêche pas les autres', async () => {
    const mauvais = brouillon('A/R1', { destinataire: 'a\r\nBcc: b@c.example' });
    const { poses, problemes } = await ecrireBrouillons(dossier, [mauvais, brouillon('B/R1')]);
    expect(problemes.map((p) => p.code)).toEqual(['BROUILLON_INVALIDE']);
    expect(poses.map((p) => p.reference)).toEqual(['B/R1']);
  });

  it('fichier impossible à écrire : un problème, les autres suivent, sans reste', async () => {
    await mkdir(join(dossier, `A-relance-1.eml.${process.pid}.tmp`));
    const { poses, problemes } = await ecrireBrouillons(dossier, [
      brouillon('A/R1'),
      brouillon('B/R1'),
    ]);
    expect(problemes).toMatchObject([{ code: 'BROUILLON_NON_ECRIT', args: { cause: 'EISDIR' } }]);
    expect(poses.map((p) => p.reference)).toEqual(['B/R1']);
  });

  it.runIf(existsSync('/dev/full'))(
    'disque plein : dit comme tel, aucun fichier à moitié écrit',
    async () => {
      await symlink('/dev/full', join(dossier, `A-relance-1.eml.${process.pid}.tmp`));
      const { problemes } = await ecrireBrouillons(dossier, [brouillon('A/R1')]);
      expect(problemes.map((p) => p.code)).toEqual(['BROUILLON_DISQUE_PLEIN']);
      expect(await readdir(dossier)).toEqual([]);
    },
  );

  it('fichier dont l’existence ne peut pas être vérifiée : un problème', async () => {
    await symlink('A-relance-1.eml', join(dossier, 'A-relance-1.eml'));
    const { problemes } = await ecrireBrouillons(dossier, [brouillon('A/R1')]);
    expect(problemes).toMatchObject([{ code: 'BROUILLON_NON_ECRIT', args: { cause: 'ELOOP' } }]);
  });

  it('arrêt entre le fichier et le classeur : au passage suivant, un seul brouillon, inscrit', async () => {
    const classeur = classeurDe();
    const premier = planRelances(classeur.snapshot(), contexte('2026-03-10'));
    await ecrireBrouillons(dossier, premier.brouillons);
    // Le classeur n'a pas été écrit. Le lendemain, tout recommence.
    const second = planRelances(classeur.snapshot(), contexte('2026-03-11'));
    const { poses } = await ecrireBrouillons(dossier, second.brouillons);
    classeur.appliquer(second.changements);
    expect(poses).toMatchObject([{ reference: 'DEV-2026-0001/R1', nouveau: false }]);
    expect(await readdir(dossier)).toEqual(['DEV-2026-0001-relance-1.eml']);
    expect(classeur.snapshot().tables.actions).toHaveLength(1);
    expect(planRelances(classeur.snapshot(), contexte('2026-03-11')).brouillons).toEqual([]);
  });
});
