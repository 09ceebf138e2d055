import { expect, it } from 'vitest';
import { tuerAuHasard } from '../xlsx/processus';

it('tué deux cents fois à un instant quelconque : jamais abîmé, rien de perdu', async () => {
  const bilan = await tuerAuHasard(200, Math.random);
  expect(bilan).toMatchObject({ fautes: [], ensuite: 0 });
  // Sinon les arrêts seraient tous tombés avant la première écriture.
  expect(bilan.ecrites).toBeGreaterThan(50);
});
