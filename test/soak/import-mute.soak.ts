import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { FICHIER_MUTE, verifierFichierMute } from '../support/fichiers-mutes';
import { dossierTemporaire } from '../support/suivi';

it('dix mille fichiers abîmés : chaque ligne a un sort, et rien n’est inventé', async () => {
  const dossier = await dossierTemporaire();
  const sorts = { illisible: 0, refuse: 0, importe: 0 };
  await fc.assert(
    fc.asyncProperty(FICHIER_MUTE, async (mute) => {
      sorts[await verifierFichierMute(mute, dossier)] += 1;
    }),
    { numRuns: 10_000 },
  );
  expect(sorts.illisible + sorts.refuse + sorts.importe).toBe(10_000);
  expect(sorts.importe).toBeGreaterThan(4000);
});
