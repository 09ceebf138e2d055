import { it } from 'vitest';
import { tuerAuHasard } from '../xlsx/processus';

it('tué deux cents fois à un instant quelconque : jamais abîmé, rien de perdu', async () => {
  await tuerAuHasard(200, Math.random);
});
