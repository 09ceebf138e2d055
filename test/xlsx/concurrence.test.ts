import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { lireClasseur } from '../../cli/workbooks/xlsx/lire-classeur';
import { classeurNeuf, dossierNeuf } from './outils';
import { batir, batirAjouteur, fin, lancer, tuerAuHasard } from './processus';

it('huit processus ajoutent 25 devis chacun : aucun perdu, aucun rang vu deux fois', async () => {
  const programme = await batirAjouteur();
  const dossier = dossierNeuf();
  const chemin = await classeurNeuf(join(dossier, 'c.xlsx'));
  const processus = Array.from({ length: 8 }, (_, i) => lancer(programme, chemin, `P${i}`, '25'));
  expect(await Promise.all(processus.map(fin))).toEqual(Array.from({ length: 8 }, () => 0));
  const { devis } = lireClasseur(chemin).tables;
  expect(new Set(devis.map((d) => d.numero)).size).toBe(200);
  expect(devis.map((d) => d.version)).toEqual(Array.from({ length: 200 }, (_, i) => i + 1));
  expect(readdirSync(dossier).sort()).toEqual(['.sauvegardes', 'c.xlsx']);
}, 120_000);

it('tué vingt fois à un instant quelconque : jamais abîmé, rien de perdu', async () => {
  const bilan = await tuerAuHasard(20, Math.random);
  expect(bilan).toMatchObject({ fautes: [], ensuite: 0 });
  // Les arrêts tombent entre deux écritures comme pendant la première : le tirage y veille.
  expect(bilan.ecrites).toBeGreaterThan(5);
}, 120_000);

it('dossier protégé pour de bon : un refus clair, le classeur intact', async () => {
  const programme = await batirAjouteur();
  const dossier = dossierNeuf();
  const chemin = await classeurNeuf(join(dossier, 'c.xlsx'));
  const avant = readFileSync(chemin);
  chmodSync(dirname(programme), 0o755);
  chmodSync(dossier, 0o555);
  // root passe outre les droits : il laisse la place à un compte qui n'en a aucun.
  const compte = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const { status, stderr } = spawnSync(process.execPath, [programme, chemin, 'P', '1'], {
    ...compte,
    encoding: 'utf8',
  });
  chmodSync(dossier, 0o755);
  expect(status).not.toBe(0);
  expect(stderr).toContain('Impossible d’écrire dans le dossier');
  expect(readFileSync(chemin).equals(avant)).toBe(true);
  expect(readdirSync(dossier)).toEqual(['c.xlsx']);
});

it('quatre processus se disputent le verrou d’un mort, sans cesse : jamais deux preneurs', async () => {
  const programme = await batir('preneur');
  const dossier = dossierNeuf();
  const [verrou, bilan] = [join(dossier, 'v.lock'), join(dossier, 'bilan.txt')];
  const mort = String(spawnSync(process.execPath, ['-e', '']).pid);
  const processus = Array.from({ length: 4 }, () => lancer(programme, verrou, mort, bilan, '2500'));
  await Promise.all(processus.map(fin));
  const lignes = readFileSync(bilan, 'utf8').trim().split('\n');
  expect(lignes.filter((l) => l === 'double')).toEqual([]);
  expect(lignes.reduce((n, l) => n + Number(l), 0)).toBeGreaterThan(100);
}, 60_000);
