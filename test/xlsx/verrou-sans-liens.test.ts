import type * as fs from 'node:fs';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { prendreVerrou } from '../../cli/workbooks/xlsx/verrou';
import { dossierNeuf } from './outils';

/** Une clé USB en FAT : le système refuse les liens durs. */
vi.mock('node:fs', async (reel) => ({
  ...(await reel<typeof fs>()),
  linkSync: () => {
    throw Object.assign(new Error('EPERM'), { code: 'EPERM' });
  },
}));

it('sans liens durs, un seul preneur quand même', async () => {
  const chemin = join(dossierNeuf(), 'v.lock');
  const premier = await prendreVerrou(chemin, 0);
  expect(premier?.estTenu()).toBe(true);
  expect(await prendreVerrou(chemin, 20)).toBeNull();
  premier?.rendre();
  expect(existsSync(chemin)).toBe(false);
  expect(await prendreVerrou(chemin, 0)).not.toBeNull();
});

it('un dossier absent est une erreur, pas un verrou occupé', async () => {
  writeFileSync(join(dossierNeuf(), 'a'), '');
  await expect(prendreVerrou(join(dossierNeuf(), 'absent', 'v.lock'), 0)).rejects.toThrow('ENOENT');
});
