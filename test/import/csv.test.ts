import { parse } from 'csv-parse/sync';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lireCsv } from '../../src/import/csv/lire-csv';

const lire = (texte: string, morceau = texte.length) => {
  const lu = lireCsv(function* () {
    for (let i = 0; i < texte.length; i += Math.max(1, morceau))
      yield texte.slice(i, i + Math.max(1, morceau));
  });
  return 'ligneFautive' in lu ? lu : { ...lu, lignes: [...lu.lignes] };
};
const cellules = (texte: string, morceau?: number) => {
  const lu = lire(texte, morceau);
  return 'ligneFautive' in lu ? lu : lu.lignes.map((l) => l.cellules);
};

describe('un CSV lu sans Node', () => {
  it.each<[string, string, unknown]>([
    [
      'CRLF, LF et CR mêlées',
      'a;b\r\nc;d\ne;f\rg;h',
      [
        ['a', 'b'],
        ['c', 'd'],
        ['e', 'f'],
        ['g', 'h'],
      ],
    ],
    [
      'guillemets, doublés, et fins de ligne dedans',
      '"a;1";"b""c"\n"d\r\ne";f',
      [
        ['a;1', 'b"c'],
        ['d\r\ne', 'f'],
      ],
    ],
    [
      'un guillemet au milieu est du texte',
      'a;5" de tuyau\nb;c',
      [
        ['a', '5" de tuyau'],
        ['b', 'c'],
      ],
    ],
    [
      'la protection contre les formules est ôtée',
      "a;'=1+1\nb;c",
      [
        ['a', '=1+1'],
        ['b', 'c'],
      ],
    ],
    ['un guillemet jamais refermé : sa ligne', 'a;b\nc;"d\ne;f', { ligneFautive: 2 }],
  ])('%s', (_, texte, attendu) => {
    expect(cellules(texte)).toEqual(attendu);
    expect(cellules(texte, 1)).toEqual(attendu);
  });

  it('dit la ligne où commence chaque enregistrement, le séparateur, la fin de ligne', () => {
    const lu = lire('a|b\n"c\nd"|e\nf|g\n');
    expect(lu).toMatchObject({ separateur: '|', finDeLigne: '\n', toutCite: false });
    expect('lignes' in lu && lu.lignes.map((l) => l.ligne)).toEqual([1, 2, 4]);
    expect(lire('"a";"b"\r\n"c";"d"')).toMatchObject({ toutCite: true, finDeLigne: '\r\n' });
  });

  it('lit comme csv-parse, découpé n’importe où', () => {
    const champ = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ';', '\n', '\r\n') });
    const cite = (c: string): string => `"${c.replaceAll('"', '""')}"`;
    const table = fc.array(fc.array(champ, { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(table, fc.integer({ min: 1, max: 40 }), (lignes, morceau) => {
        const texte = lignes.map((l) => ['x', ...l].map(cite).join(';')).join('\r\n');
        const lu = lire(texte, morceau);
        expect('lignes' in lu && lu.separateur).toBe(';');
        expect('lignes' in lu && lu.lignes.map((l) => l.cellules)).toEqual(
          parse(texte, { delimiter: ';', relax_column_count: true }),
        );
      }),
    );
  });
});
