import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DecoupeurCsv } from '../../src/import/csv/decoupeur-csv';
import { lireCsv } from '../../src/import/csv/lire-csv';

const decouper = (morceaux: readonly string[]) => {
  const decoupeur = new DecoupeurCsv(morceaux, ';');
  return { lignes: [...decoupeur], ouvert: decoupeur.guillemetOuvert };
};

/** Ce que csv-parse lit du même texte ; `null` : un guillemet n'est jamais refermé. */
function reference(texte: string): string[][] | null {
  try {
    return parse(texte, {
      delimiter: ';',
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      relax_column_count: true,
    });
  } catch {
    return null;
  }
}

const brouillon = fc.string({
  unit: fc.constantFrom('a', 'é', '€', ';', '"', '\n', '\r', '\r\n', ' ', 'b;', '";"'),
  maxLength: 24,
});

describe('un CSV quelconque', () => {
  it('se lit comme csv-parse le lit', () => {
    fc.assert(
      fc.property(brouillon, (texte) => {
        const { lignes, ouvert } = decouper([texte]);
        const attendues = reference(texte);
        expect(ouvert !== null).toBe(attendues === null);
        // Un guillemet doublé dans un texte mal refermé reste tel quel : csv-parse en ôte un.
        if (attendues === null || texte.includes('""')) return;
        expect(lignes.map((l) => l.cellules)).toEqual(attendues);
      }),
      { numRuns: 2_000 },
    );
  });

  it('se lit pareil, où que ses morceaux soient coupés', () => {
    fc.assert(
      fc.property(brouillon, fc.nat(24), fc.nat(24), (texte, a, b) => {
        const [i, j] = [Math.min(a, b), Math.max(a, b)];
        const morceaux = [texte.slice(0, i), texte.slice(i, j), texte.slice(j)];
        expect(decouper(morceaux)).toEqual(decouper([texte]));
        expect(decouper([...texte])).toEqual(decouper([texte]));
      }),
      { numRuns: 1_000 },
    );
  });

  it('le contrôle rapide des guillemets dit la même chose que la lecture', () => {
    fc.assert(
      fc.property(brouillon, (texte) => {
        const lue = 'ligneFautive' in lireCsv(() => [texte]);
        expect('ligneFautive' in lireCsv(() => [texte], [texte])).toBe(lue);
        expect('ligneFautive' in lireCsv(() => [texte], ['', ...texte])).toBe(lue);
      }),
      { numRuns: 2_000 },
    );
  });
});

it.each([
  ['a;b\n"x\r\ny";2\r\r3', [1, 2, 4, 5]],
  ['\n\n"a\n\n"\nb', [1, 2, 3, 6]],
])('les numéros de ligne de %j', (texte, attendus) => {
  expect(decouper([texte]).lignes.map((l) => l.ligne)).toEqual(attendus);
});

it('un guillemet jamais refermé est situé, sans tout garder', () => {
  const suite = Array.from({ length: 80 }, () => 'x'.repeat(1 << 16));
  expect(decouper(['a;b\n1;"', ...suite])).toMatchObject({ ouvert: 2 });
});
