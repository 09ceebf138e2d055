import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ajouter, type Changement } from '../../src/classeur/changements';
import { premiereTranche } from '../../src/sheets-api/tranches';
import { euros } from '../support/valeurs';

const devis = (n: number, objet = 'Étude'): Changement =>
  ajouter('devis', { numero: `D${n}`, version: 1, objet, montantHt: euros(n) });
const numero = (n: number): Changement => ajouter('registre', { numero: `D${n}`, pour: 'import' });
const lot = (n: number): Changement[] => [
  ...Array.from({ length: n }, (_, i) => numero(i)),
  ...Array.from({ length: n }, (_, i) => devis(i)),
];

describe('premiereTranche', () => {
  it('tout, si tout tient', () => {
    expect(premiereTranche(lot(10), 1e6)).toMatchObject({ restants: 0 });
    expect(premiereTranche(lot(10), 1e6).changements).toHaveLength(20);
    expect(premiereTranche([], 10)).toEqual({ changements: [], restants: 0 });
  });

  it('au moins un enregistrement, même trop lourd à lui seul', () => {
    const lourd = [devis(1, 'é'.repeat(5_000)), devis(2)];
    expect(premiereTranche(lourd, 100)).toEqual({ changements: [lourd[0]], restants: 1 });
  });

  it('un numéro part avec son devis ; rien ne se perd, et l’ordre des devis est gardé', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 100, max: 20_000 }),
        (n, octets) => {
          let reste = lot(n);
          const ecrits: Changement[] = [];
          while (reste.length > 0) {
            const { changements, restants } = premiereTranche(reste, octets);
            expect(changements.length + restants).toBe(reste.length);
            const de = (table: string) => changements.filter((c) => c.table === table).length;
            expect(de('registre')).toBe(de('devis'));
            ecrits.push(...changements);
            reste = reste.filter((c) => !changements.includes(c));
          }
          expect(ecrits.filter((c) => c.table === 'devis')).toEqual(lot(n).slice(n));
        },
      ),
    );
  });
});
