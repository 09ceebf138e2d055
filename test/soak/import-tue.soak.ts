import { expect, it } from 'vitest';
import { tuerImports } from '../xlsx/tuer-import';

it('un import tué cent fois, puis recommencé : les lignes attendues, une fois chacune', async () => {
  const bilan = await tuerImports(100, () => 1.15 * Math.random());
  expect(bilan.fautes).toEqual([]);
  // Les arrêts tombent avant l'écriture comme après : le tirage y veille.
  expect(bilan.avant).toBeGreaterThan(10);
  expect(bilan.apres).toBeGreaterThan(0);
});
