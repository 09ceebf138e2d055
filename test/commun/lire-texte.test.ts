import { describe, expect, it } from 'vitest';
import { lireBooleen, lireDate, lireMois, lireNombre } from '../../src/commun/lire-texte';

describe('nombres tapés en texte', () => {
  it.each([
    ['1 234,50 €', 1234.5],
    ['1\u202f234,50\u00a0€', 1234.5],
    ['1.234,50', 1234.5],
    ['1,234.50', 1234.5],
    ['1.234.567', 1234567],
    ["1'234,5", 1234.5],
    ['(120,00)', -120],
    ['- 5', -5],
    ['\u22125,5', -5.5],
    ['+7', 7],
    ['12,5 k€', 12500],
    ['3k', 3000],
    ['€ 12,00', 12],
    ['12 EUR', 12],
    ['12 euros', 12],
    ['0,234', 0.234],
    ['1234,567', 1234.567],
    [',5', 0.5],
    ['-0', 0],
    ['120,00-', -120],
    ['1 234,50 € HT', 1234.5],
    ['1,2 M€', 1_200_000],
    ['2,05 K€', 2050],
    ['3 kEUR', 3000],
    ['12345678901234567890', 12345678901234567000],
  ])('%s se lit %d', (texte, attendu) => {
    expect(lireNombre(texte)).toBe(attendu);
  });

  it.each([
    '',
    'environ 1000',
    '1,234',
    '1.234',
    '12 34',
    '1,2,3',
    '1.2.3',
    '5-6',
    '$5.55',
    '--5',
    ',',
    '1.234,5,6',
    '12,',
    '1e5',
    '-5-',
    '2 M',
    '12345,',
  ])('« %s » n’est pas lu : illisible ou ambigu', (texte) => {
    expect(lireNombre(texte)).toBeNull();
  });

  it.each([
    ['1,234', ',', 1.234],
    ['1,234', '.', 1234],
    ['1.234', '.', 1.234],
    ['1.234', ',', 1234],
  ] as const)('« %s » se lit dès que la décimale est connue (%s)', (texte, decimal, attendu) => {
    expect(lireNombre(texte, { decimal })).toBe(attendu);
  });

  it('un signe monétaire étranger ne se lit que si on l’accepte', () => {
    expect(lireNombre('$5.55', { devises: true, decimal: '.' })).toBe(5.55);
    expect(lireNombre('-$142.85', { devises: true })).toBe(-142.85);
    expect(lireNombre('$-142.85', { devises: true })).toBe(-142.85);
  });
});

describe('dates tapées en texte', () => {
  it.each([
    ['02/03/2026', '2026-03-02'],
    ['2/3/26', '2026-03-02'],
    ['2-3-1998', '1998-03-02'],
    ['02.03.70', '1970-03-02'],
    ['2026-03-02', '2026-03-02'],
    ['2026/3/2', '2026-03-02'],
    ['2026-03-02T14:30:00Z', '2026-03-02'],
    ['02/03/2026 14:30', '2026-03-02'],
    ['2 mars 2026', '2026-03-02'],
    ['1er août 2026', '2026-08-01'],
    ['13 fevrier 1996', '1996-02-13'],
    ['lundi 2 mars 2026', '2026-03-02'],
    ['2 sept. 2026', '2026-09-02'],
    ['13-févr-26', '2026-02-13'],
    ['13 févr. 1996 à 14h30', '1996-02-13'],
    ['Tue, 13 Feb 1996 12:00:00 GMT', '1996-02-13'],
    ['February 13th, 1996', '1996-02-13'],
    ['20260302', '2026-03-02'],
    ['29/02/2024', '2024-02-29'],
  ])('%s → %s', (texte, attendu) => {
    expect(lireDate(texte)).toBe(attendu);
  });

  it.each([
    '',
    '12/03',
    '31/02/2026',
    '2 brumaire 2026',
    'demain',
    '13/13/2026',
    '2026-02-30',
    '29/02/2023',
    '20261302',
    '02/03/2026 et après',
    '2 mars 026',
    '12 mars 1850',
    '32 mars 2026',
    'mars mars 2026',
    'le 2 mars 2026 au soir',
  ])('« %s » n’est pas lu', (texte) => {
    expect(lireDate(texte)).toBeNull();
  });

  it('mois d’abord, si l’ordre le dit', () => {
    expect(lireDate('03/02/2026', 'MJA')).toBe('2026-03-02');
    expect(lireDate('13/02/2026', 'MJA')).toBeNull();
  });

  it.each([
    ['2026-03', '2026-03'],
    ['3/2026', '2026-03'],
    ['mars 2026', '2026-03'],
    ['mars-26', '2026-03'],
    ['15/03/2026', '2026-03'],
    ['13/2026', null],
    ['brumaire 2026', null],
    ['bientôt', null],
  ])('mois : %s → %s', (texte, attendu) => {
    expect(lireMois(texte)).toBe(attendu);
  });

  it.each([
    ['Oui', true],
    ['x', true],
    ['FAUX', false],
    ['n', false],
    ['peut-être', null],
  ])('oui ou non : %s → %s', (texte, attendu) => {
    expect(lireBooleen(texte)).toBe(attendu);
  });
});
