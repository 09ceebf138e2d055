import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { eprouver, essais, firmes } from '../annulation/epreuve';
import { supportGoogle, supportXlsx, type Support } from '../annulation/supports';
import { classeurLeger } from '../support/classeur-leger';
import { classeurNeuf, dossierNeuf } from '../xlsx/outils';

/** Cinq essais de suite par entreprise : chacun part de ce que les précédents ont laissé. */
const ENTREPRISES = 50;
const suites = fc.tuple(firmes, fc.array(essais, { minLength: 5, maxLength: 5 }));

it.each<[string, (firme: Parameters<typeof classeurLeger>[0]) => Promise<Support>]>([
  [
    'un fichier .xlsx',
    async (firme) => supportXlsx(await classeurNeuf(join(dossierNeuf(), 'c.xlsx'), firme)),
  ],
  ['un classeur Google', async (firme) => supportGoogle(classeurLeger(firme))],
])(
  '250 imports et gestes au hasard, %s : le classeur d’avant, ou un refus nommé',
  async (_, ouvrir) => {
    const bilan = { annule: 0, refuse: 0, rien: 0 };
    await fc.assert(
      fc.asyncProperty(suites, async ([firme, essais]) => {
        const support = await ouvrir(firme);
        for (const essai of essais) bilan[eprouver(support, essai)] += 1;
      }),
      { numRuns: ENTREPRISES },
    );
    expect(bilan.annule).toBeGreaterThan(100);
    expect(bilan.refuse).toBeGreaterThan(10);
  },
);
