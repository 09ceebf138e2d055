import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ajouter, type Changement } from '../../src/classeur/changements';
import { enGroupes, finDeTranche } from '../../src/sheets-api/tranches';
import { euros } from '../support/valeurs';

const devis = (n: number, objet = 'Étude'): Changement =>
  ajouter('devis', { numero: `D${n}`, version: 1, objet, montantHt: euros(n) });
const numero = (n: number): Changement => ajouter('registre', { numero: `D${n}`, pour: 'import' });
const lot = (n: number): Changement[] => [
  ...Array.from({ length: n }, (_, i) => numero(i)),
  ...Array.from({ length: n }, (_, i) => devis(i)),
];

describe('un lot en groupes', () => {
  it('rien, d’un lot vide', () => {
    expect(enGroupes([])).toEqual([]);
    expect(finDeTranche([], 0, 10)).toBe(0);
  });

  it('un numéro va avec son devis, fût-il inscrit deux fois ; l’ordre des devis est gardé', () => {
    const groupes = enGroupes([numero(1), numero(2), numero(2), numero(9), devis(2), devis(1)]);
    expect(groupes.map((g) => g.changements)).toEqual([
      [numero(2), numero(2), devis(2)],
      [numero(1), devis(1)],
      [numero(9)],
    ]);
  });

  it('une tranche prend ce qui tient, et au moins un groupe', () => {
    const groupes = enGroupes([devis(1, 'é'.repeat(5_000)), devis(2), devis(3)]);
    expect(finDeTranche(groupes, 0, 100)).toBe(1);
    expect(finDeTranche(groupes, 1, 1e6)).toBe(3);
    const deux = (groupes[1]?.octets ?? 0) + (groupes[2]?.octets ?? 0);
    expect(finDeTranche(groupes, 1, deux)).toBe(3);
    expect(finDeTranche(groupes, 1, deux - 1)).toBe(2);
  });

  it('découpé de toutes les façons : tout y est, une fois, dans l’ordre', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 100, max: 20_000 }),
        (n, octets) => {
          const groupes = enGroupes(lot(n));
          const ecrits: Changement[] = [];
          for (let debut = 0; debut < groupes.length;) {
            const fin = finDeTranche(groupes, debut, octets);
            const tranche = groupes.slice(debut, fin);
            const poids = tranche.reduce((somme, g) => somme + g.octets, 0);
            expect(poids <= octets || tranche.length === 1).toBe(true);
            ecrits.push(...tranche.flatMap((g) => g.changements));
            debut = fin;
          }
          expect(ecrits.filter((c) => c.table === 'devis')).toEqual(lot(n).slice(n));
          expect(ecrits).toHaveLength(2 * n);
        },
      ),
    );
  });
});
