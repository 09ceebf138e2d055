import { describe, expect, it } from 'vitest';
import { ErreurUsage } from '../../cli/arguments';
import { montantOption } from '../../cli/lire-options';

const lire = (montant: string) =>
  montantOption({ positionnels: [], options: { montant } } as never, 'montant');

describe('--montant', () => {
  it.each<[string, number]>([
    ['12500', 1_250_000],
    ['12 500,5', 1_250_050],
    ['12500.50', 1_250_050],
    ['1.234.567', 123_456_700],
    ['1.234,56 €', 123_456],
    ['12,5 k€', 1_250_000],
    ['(1 234,50)', -123_450],
  ])('%s', (texte, centimes) => expect(lire(texte)).toBe(centimes));

  it.each(['1.234', '1 234,567', '1 234,000', '0,123', '1,234.567', '12500,505 €', 'x'])(
    '%s n’est pas un montant sûr',
    (texte) => expect(() => lire(texte)).toThrow(ErreurUsage),
  );
});
