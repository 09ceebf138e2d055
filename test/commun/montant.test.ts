import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  appliquerTaux,
  centimes,
  enEuros,
  eurosVersCentimes,
  repartir,
  somme,
} from '../../src/commun/montant';
import { lireNombre } from '../../src/commun/lire-texte';
import { formatMontant } from '../../src/messages/formats';

const montant = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map(centimes);

describe('montants', () => {
  it.each([
    [1234.5, 123450],
    [0.1 + 0.2, 30],
    [1.005, 101],
    [-1.005, -101],
    [33.333333, 3333],
    [-0.001, 0],
    [8.165, 817],
  ])('%s € → %i centimes', (euros, attendu) => {
    expect(eurosVersCentimes(euros)).toBe(attendu);
  });

  it('20 % de TVA, arrondie au centime', () => {
    expect(appliquerTaux(centimes(333), 0.2)).toBe(67);
    expect(appliquerTaux(centimes(-333), 0.2)).toBe(-67);
    expect(appliquerTaux(centimes(102_50), 0.055)).toBe(564);
    expect(appliquerTaux(centimes(0), 0.2)).toBe(0);
  });

  it('un montant partagé puis sommé est lui-même', () => {
    fc.assert(
      fc.property(
        montant,
        fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 }),
        (m, poids) => {
          fc.pre(poids.some((p) => p > 0));
          const parts = repartir(m, poids);
          expect(somme(parts)).toBe(m);
          expect(parts.filter((p, i) => poids[i] === 0 && p !== 0)).toEqual([]);
        },
      ),
    );
  });

  it('un partage sans poids, ou de poids négatif, est refusé', () => {
    expect(() => repartir(centimes(100), [0, 0])).toThrow(RangeError);
    expect(() => repartir(centimes(100), [2, -1])).toThrow(RangeError);
    expect(() => centimes(1.5)).toThrow(RangeError);
  });

  it('lire ∘ écrire = identité : cellule et texte français', () => {
    fc.assert(
      fc.property(montant, (m) => {
        expect(eurosVersCentimes(enEuros(m))).toBe(m);
        expect(
          eurosVersCentimes(lireNombre(formatMontant(m), { decimal: ',' }) ?? Number.NaN),
        ).toBe(m);
      }),
    );
  });
});
