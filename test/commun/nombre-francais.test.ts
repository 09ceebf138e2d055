import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { lireNombreFrancais } from '../../src/commun/nombre-francais';
import { lireNombre } from '../../src/commun/lire-texte';

it.each([
  ['1234', 1234],
  ['1 234,50 €', 1234.5],
  ['1\u202f234\u00a0567,5\u00a0€', 1_234_567.5],
  ['-12,5', -12.5],
  ['-0', 0],
  ['12 345', 12_345],
  ['1234,5€', 1234.5],
  ['1.5', 1.5],
  // Le reste demande plus de soin.
  ['', undefined],
  ['€', undefined],
  ['1,234', undefined],
  ['12 34', undefined],
  ['1234 567', undefined],
  ['1 2345', undefined],
  ['1 23,5', undefined],
  ['12,', undefined],
  ['1,2,3', undefined],
  ['1 € 2', undefined],
  ['1 $', undefined],
  ['1234567890123456', undefined],
])('%j → %j', (texte, attendu) => {
  expect(lireNombreFrancais(texte)).toBe(attendu);
});

it.each([
  ['1,5', ',', 1.5],
  ['1,5', '.', undefined],
  ['1.5', '.', 1.5],
  ['1.5', ',', undefined],
  ['15', '.', 15],
] as const)('%j, décimale %j → %j', (texte, decimal, attendu) => {
  expect(lireNombreFrancais(texte, decimal)).toBe(attendu);
});

it('lit tout montant français comme le calcul le donne', () => {
  const espace = fc.constantFrom('', ' ', '\u00a0', '\u202f');
  const euros = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });
  fc.assert(
    fc.property(euros, espace, fc.constantFrom('', ' €', '\u00a0€', '€'), (cents, e, fin) => {
      const [entier = '', decimales = ''] = (Math.abs(cents) / 100).toFixed(2).split('.');
      const ecrit = `${entier.replace(/\B(?=(\d{3})+$)/g, e)},${decimales}${fin}`;
      expect(lireNombre(cents < 0 ? `-${ecrit}` : ecrit)).toBe(cents / 100 + 0);
    }),
  );
});
