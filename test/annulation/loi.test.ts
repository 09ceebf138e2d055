import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { classeurLeger } from '../support/classeur-leger';
import { classeurNeuf, dossierNeuf } from '../xlsx/outils';
import { eprouver, essais, firmes } from './epreuve';
import { supportGoogle, supportXlsx, type Support } from './supports';

/** Essais par support, deux de suite par entreprise ; 250 dans `npm run soak`. */
const ENTREPRISES = 4;
const suites = fc.tuple(firmes, fc.array(essais, { minLength: 2, maxLength: 2 }));

it.each<[string, (firme: Parameters<typeof classeurLeger>[0]) => Promise<Support>]>([
  [
    'un fichier .xlsx',
    async (firme) => supportXlsx(await classeurNeuf(join(dossierNeuf(), 'c.xlsx'), firme)),
  ],
  ['un classeur Google', (firme) => Promise.resolve(supportGoogle(classeurLeger(firme)))],
])('annuler rend %s d’avant, ou refuse nommément', async (_, ouvrir) => {
  let annules = 0;
  await fc.assert(
    fc.asyncProperty(suites, async ([firme, essais]) => {
      const support = await ouvrir(firme);
      for (const essai of essais) annules += eprouver(support, essai) === 'annule' ? 1 : 0;
    }),
    { numRuns: ENTREPRISES },
  );
  expect(annules).toBeGreaterThan(0);
});
