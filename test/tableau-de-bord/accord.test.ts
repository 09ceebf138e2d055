import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { lignesExemple } from '../../sheets-templates/exemple/generer-exemple';
import { VENDEURS } from '../../sheets-templates/exemple/personnes';
import { jour, mois } from '../support/valeurs';
import { recalculer } from '../support/recalculer';
import { calculDe, classeurDe, desaccords, type Essai } from './accord';

const dossier = mkdtempSync(join(tmpdir(), 'accord-'));
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

const aujourdHui = jour('2026-11-26');
const exemple: Essai = {
  nom: 'exemple',
  contenu: lignesExemple(aujourdHui),
  aujourdHui,
  cas: ['2026-11', '2026-10', '2026-03', '2026-01', '2025-08'].flatMap((m) =>
    [null, ...VENDEURS].map((responsable) => ({ mois: mois(m), responsable })),
  ),
};

it('le tableau vivant dit ce que dit la commande', async () => {
  const chemin = join(dossier, 'exemple.xlsx');
  writeFileSync(chemin, await classeurDe(exemple.contenu, aujourdHui));
  const [recalcul] = recalculer(dossier, [{ chemin, calculs: exemple.cas.map(calculDe) }]);
  expect(recalcul && desaccords(exemple, recalcul)).toEqual([]);
}, 120_000);
