import fc from 'fast-check';
import { expect, it } from 'vitest';
import { recopieur } from '../../../cli/preview/emulateur/recopier';
import { recopies } from '../../../sheets-templates/google/tableau/recopie';

it.each([
  ['rien à recopier', ['=1', '=2'], ['=1', '=2'], [1, 1]],
  ['une ligne qui descend', ['=$L$3+1', '=$L$4+1', '=$L$5+1'], ['=$L3+1'], [3]],
  ['une ligne fixe', ['=$L$3+A$9', '=$L$4+A$9'], ['=$L3+A$9'], [2]],
  [
    'un texte n’est pas une cellule',
    ['="A1"&B1', '="A1"&B2', '="A2"&B3'],
    ['="A1"&B1', '="A2"&B3'],
    [2, 1],
  ],
  ['deux pas différents', ['=A1', '=A2', '=A2', '=A2'], ['=A1', '=A$2'], [2, 2]],
])('%s', (_, formules, premieres, combien) => {
  const trouvees = recopies(formules);
  expect(trouvees.map((r) => r.formule)).toEqual(premieres);
  expect(trouvees.map((r) => r.combien)).toEqual(combien);
});

it('recopiée comme Sheets le fait, chaque formule vise les mêmes cellules qu’avant', () => {
  const reference = fc.tuple(
    fc.constantFrom('$A', 'B', "'Équipe'!$C", 'Calculs!$AB'),
    fc.constantFrom('', '$'),
    fc.integer({ min: 1, max: 6 }),
  );
  const formule = fc
    .array(
      fc.oneof(
        reference.map(([c, d, l]) => `${c}${d}${l}`),
        fc.constantFrom('"x1"', 'SUM(2)'),
      ),
      {
        minLength: 1,
        maxLength: 3,
      },
    )
    .map((m) => `=${m.join('+')}`);
  const nue = (f: string): string => f.replaceAll(/\$(?=\d)/g, '');
  fc.assert(
    fc.property(fc.array(formule, { maxLength: 8 }), (formules) => {
      const rendues = recopies(formules).flatMap(({ combien, formule: premiere }) =>
        Array.from({ length: combien }, (_, k) => recopieur(premiere)(k, 0)),
      );
      expect(rendues.map(nue)).toEqual(formules.map(nue));
    }),
  );
});
