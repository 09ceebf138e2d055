import { expect, it } from 'vitest';
import { texteRemarques } from '../../cli/remarques-texte';
import { RemarquesResumees } from '../../src/import/remarques-resumees';
import type { Remarque } from '../../src/import/resultat';

const r = (ligne: number, colonne: string, code: string, message = 'Précède.'): Remarque => ({
  ligne,
  colonne,
  code,
  message,
  valeur: '',
});
const textesDe = (remarques: readonly Remarque[]): string[] => {
  const resumees = new RemarquesResumees(5);
  for (const remarque of remarques) resumees.ajouter(remarque);
  return texteRemarques(resumees);
};
const suite = (n: number, faire: (i: number) => Remarque) =>
  Array.from({ length: n }, (_, i) => faire(i));

it.each<[string, Remarque[], string[]]>([
  ['une seule', [r(3, 'Validité', 'A')], ['Ligne 3, Validité : Précède.']],
  [
    'une série : le compte, et les premières lignes',
    suite(51, (i) => r(i + 2, 'Validité', 'A')),
    ['51 lignes (2, 3, 4, 5, 6…), Validité : Précède.'],
  ],
  [
    'un autre code, une autre colonne : à part',
    [r(2, 'Validité', 'A'), r(3, 'Payé le', 'A'), r(4, 'Validité', 'B'), r(5, 'Validité', 'A')],
    [
      '2 lignes (2, 5), Validité : Précède.',
      'Ligne 3, Payé le : Précède.',
      'Ligne 4, Validité : Précède.',
    ],
  ],
  [
    'des raisons qui diffèrent : chacune avec ses lignes',
    [r(2, 'TVA', 'A', 'x'), r(3, 'TVA', 'A', 'y'), r(4, 'TVA', 'A', 'x')],
    ['2 lignes (2, 4), TVA : x', 'Ligne 3, TVA : y'],
  ],
  [
    'trop de raisons : les dernières réunies, la première d’entre elles en exemple',
    suite(8, (i) => r(i + 2, 'TVA', 'A', `« ${Math.min(i, 6)} »`)),
    [
      'Ligne 2, TVA : « 0 »',
      'Ligne 3, TVA : « 1 »',
      'Ligne 4, TVA : « 2 »',
      '5 lignes (5, 6, 7, 8, 9), TVA, par exemple : « 3 »',
    ],
  ],
])('%s', (_, remarques, attendu) => {
  expect(textesDe(remarques)).toEqual(attendu);
});

it('au-delà de dix natures, le reste se compte en remarques', () => {
  const textes = textesDe(suite(24, (i) => r(i, `C${i % 12}`, 'A')));
  expect(textes).toHaveLength(11);
  expect(textes[10]).toBe('… et 4 autres.');
});
