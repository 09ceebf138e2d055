import { describe, expect, it } from 'vitest';
import { celluleBrute, memeValeur } from '../../src/sheets-api/reponses';

describe('une valeur rendue par Google', () => {
  it.each([
    ['#N/A', { erreur: '#N/A' }],
    ['#1 du marché', '#1 du marché'],
    ['', ''],
    [12.5, 12.5],
    [true, true],
    [null, null],
    [undefined, null],
    [{ objet: 1 }, null],
  ])('%o', (valeur, attendu) => {
    expect(celluleBrute(valeur)).toEqual(attendu);
  });

  it.each([
    ['', null, true],
    [' ', undefined, true],
    [0, null, false],
    [{ erreur: '#N/A' }, { erreur: '#REF!' }, true],
    [{ erreur: '#N/A' }, null, false],
    ['a', 'a', true],
    ['a', 'b', false],
  ])('%o et %o : la même, %s', (a, b, attendu) => {
    expect(memeValeur(a, b)).toBe(attendu);
  });
});
