import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lireClasseur } from '../../cli/workbooks/xlsx/modifier-classeur';
import { classeurNeuf, dossierNeuf } from './outils';
import { batirAjouteur, fin, lancer, tuerAuHasard } from './processus';

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
  await tuerAuHasard(20, Math.random);
}, 120_000);
