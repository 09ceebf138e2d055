import { expect, it } from 'vitest';
import { tuerAuHasard } from '../xlsx/processus';

it('tué deux cents fois à un instant quelconque : jamais abîmé, rien de perdu', async () => {
  const bilan = await tuerAuHasard(200, Math.random);
  expect(bilan).toMatchObject({ fautes: [], ensuite: 0 });
  // Les arrêts tombent entre deux écritures comme pendant la première : le tirage y veille.
  expect(bilan.ecrites).toBeGreaterThan(50);
});
