import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { CellulesConnues } from '../../src/import/cellules-connues';

const presqueDate = fc
  .tuple(
    fc.constantFrom('09', '10', '19', '20', '3 ', '0é'),
    fc.constantFrom('/', '-', '1'),
    fc.integer({ min: 2_018, max: 2_031 }),
  )
  .map(([jour, signe, an]) => `${jour}${signe}04/${String(an).padStart(4, '0')}`);
const cellule = fc.oneof(
  presqueDate,
  fc.constantFrom('', '20 %', 'Signé', '01042026', '1042026', 'contact@client.example'),
  fc.string({ maxLength: 12 }),
);

it('une cellule rend sa valeur, jamais celle d’un autre texte', () => {
  fc.assert(
    fc.property(fc.array(cellule, { maxLength: 200 }), (cellules) => {
      const connues = new CellulesConnues();
      for (const texte of cellules) {
        const connue = connues.trouver(texte);
        if (connue === undefined) expect(connues.retenir(texte, `lu ${texte}`)).toBe(`lu ${texte}`);
        else expect(connue).toBe(`lu ${texte}`);
      }
    }),
  );
});

it('une colonne qui ne se répète pas n’est plus retenue ; une qui se répète peu le reste', () => {
  const diverse = new CellulesConnues();
  const repetee = new CellulesConnues();
  for (let i = 0; i < 5_000; i++) {
    for (const [connues, texte] of [
      [diverse, `DEV-${i}`],
      [repetee, `Client ${i % 900}`],
    ] as const)
      if (connues.trouver(texte) === undefined) connues.retenir(texte, i);
  }
  expect(diverse.trouver('DEV-1')).toBeUndefined();
  expect(repetee.trouver('Client 1')).toBe(1);
});
