import { expect, it } from 'vitest';
import { tuerImports } from './tuer-import';

/** Cent fois, à des instants tirés au sort : test/soak/import-tue.soak.ts. */
it(
  'un import tué, puis recommencé : les lignes attendues, une fois chacune',
  { timeout: 120_000 },
  async () => {
    const instants = [0, 0.4, 0.75, 0.9, 1];
    const bilan = await tuerImports(instants.length, () => instants.shift() ?? 0);
    expect(bilan.fautes).toEqual([]);
    expect(bilan.avant).toBeGreaterThan(0);
  },
);
