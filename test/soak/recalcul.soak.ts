import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { classeurDe } from '../tableau-de-bord/accord';
import { grandeFirme } from '../support/grande-firme';
import { recalculer } from '../support/recalculer';
import { jour } from '../support/valeurs';

const dossier = mkdtempSync(join(tmpdir(), 'recalcul-'));
afterAll(() => rmSync(dossier, { recursive: true, force: true }));

it('vingt mille devis : tout se recalcule en trois secondes, machine au repos', async () => {
  const aujourdHui = jour('2026-11-26');
  const chemin = join(dossier, 'grande.xlsx');
  writeFileSync(chemin, await classeurDe(grandeFirme(20_000, aujourdHui), aujourdHui));
  const [recalcul] = recalculer(dossier, [
    { chemin, calculs: [{ saisies: [], plages: ['Chiffres!C3:C4'] }] },
  ]);
  expect(recalcul?.lus[0]?.[0]?.[0]?.[0]).toBeGreaterThan(0);
  expect(recalcul?.duree).toBeLessThanOrEqual(3000);
});
