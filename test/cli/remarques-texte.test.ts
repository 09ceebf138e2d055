import { expect, it } from 'vitest';
import { RemarquesResumees } from '../../cli/remarques-texte';
import type { Remarque } from '../../src/import/resultat';

const r = (ligne: number, colonne: string, code: string, message = 'Précède.'): Remarque => ({
  ligne,
  colonne,
  code,
  message,
  valeur: '',
});
const texteRemarques = (remarques: readonly Remarque[]): string[] => {
  const resumees = new RemarquesResumees();
  for (const remarque of remarques) resumees.ajouter(remarque);
  return resumees.textes();
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
    'des messages qui varient : le premier en exemple',
    [r(2, 'TVA', 'A', '« x » ne se lit pas.'), r(3, 'TVA', 'A', '« y » ne se lit pas.')],
    ['2 lignes (2, 3), TVA, par exemple : « x » ne se lit pas.'],
  ],
])('%s', (_, remarques, attendu) => {
  expect(texteRemarques(remarques)).toEqual(attendu);
});

it('au-delà de dix natures, le reste se compte en remarques', () => {
  const textes = texteRemarques(suite(24, (i) => r(i, `C${i % 12}`, 'A')));
  expect(textes).toHaveLength(11);
  expect(textes[10]).toBe('… et 4 autres.');
});
