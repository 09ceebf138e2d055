import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { classeurLeger } from '../support/classeur-leger';
import { classeurNeuf, dossierNeuf } from '../xlsx/outils';
import { eprouver, essais, firmes } from './epreuve';
import { supportGoogle, supportXlsx } from './supports';

/** Essais par support ; cinquante et plus dans `npm run soak`. */
const FOIS = 4;
const suites = fc.tuple(firmes, fc.array(essais, { minLength: 2, maxLength: 2 }));

describe('annuler rend le classeur d’avant, ou refuse nommément', () => {
  it('un fichier .xlsx', async () => {
    const chemin = join(dossierNeuf(), 'c.xlsx');
    await fc.assert(
      fc.asyncProperty(suites, async ([firme, essais]) => {
        const support = supportXlsx(await classeurNeuf(chemin, firme));
        for (const essai of essais) eprouver(support, essai);
      }),
      { numRuns: FOIS },
    );
    expect(chemin).toContain('c.xlsx');
  });

  it('un classeur Google', () => {
    fc.assert(
      fc.property(suites, ([firme, essais]) => {
        const support = supportGoogle(classeurLeger(firme));
        for (const essai of essais) eprouver(support, essai);
      }),
      { numRuns: FOIS },
    );
  });
});
