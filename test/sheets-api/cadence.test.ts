import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Demande, Dialogue } from '../../src/sheets-api/appel';
import { cadencer, creerCadence } from '../../src/sheets-api/cadence';

/** Un dialogue de `n` appels d'une sorte, conduit sur une horloge qui n'avance que par ses attentes. */
function conduire(n: number, methode: 'get' | 'batchGet' | 'batchUpdate', jeu: () => number) {
  let instant = 1e6;
  const partis: number[] = [];
  function* appels(): Dialogue<string> {
    const demande = { methode, id: 'x', champs: '', plages: [], requetes: [] } as Demande;
    for (let i = 0; i < n; i++) yield demande;
    return 'fini';
  }
  const dialogue = cadencer(
    appels(),
    creerCadence(() => instant),
  );
  let pas = dialogue.next();
  while (!pas.done) {
    const demande = pas.value;
    if (demande.methode === 'attendre') instant += Math.max(1, demande.ms * jeu());
    else {
      partis.push(instant);
      instant += 20;
    }
    pas = dialogue.next({ ok: true, json: {} });
  }
  expect(pas.value).toBe('fini');
  return { partis, duree: instant - 1e6 };
}

describe('la cadence', () => {
  it('jamais plus de soixante appels dans une minute, où qu’on la place ; et pas moins', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 400 }),
        fc.constantFrom('get', 'batchGet', 'batchUpdate'),
        fc.double({ min: 0.5, max: 1, noNaN: true }),
        (n, methode, part) => {
          const { partis, duree } = conduire(n, methode, () => part);
          expect(partis).toHaveLength(n);
          partis.forEach((heure, i) => {
            const soixantePlusTot = partis[i - 60];
            if (soixantePlusTot !== undefined)
              expect(heure - soixantePlusTot).toBeGreaterThanOrEqual(60_000);
          });
          expect(duree).toBeLessThan((Math.floor((n - 1) / 60) + 1) * 62_000);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('les lectures et les écritures ont chacune leur quota ; une décision ne compte pas', () => {
    const cadence = creerCadence(() => 0, 2);
    expect([1, 2, 3].map(() => cadence.attente('lecture'))).toEqual([0, 0, 60_000]);
    expect([1, 2, 3].map(() => cadence.attente('ecriture'))).toEqual([0, 0, 60_000]);
    const decide = cadencer(
      (function* (): Dialogue<void> {
        yield { methode: 'decider', snapshot: {} as never };
      })(),
      cadence,
    );
    expect(decide.next().value).toMatchObject({ methode: 'decider' });
  });
});
