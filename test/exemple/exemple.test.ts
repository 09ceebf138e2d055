import { assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { genererExemple, lignesExemple } from '../../sheets-templates/exemple/generer-exemple';
import { MODELES_INITIAUX } from '../../sheets-templates/modeles-initiaux';
import { parametresInitiaux } from '../../sheets-templates/parametres-initiaux';
import { ajouterJours, joursEntre, type DateCivile } from '../../src/commun/date-civile';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { jour } from '../support/valeurs';
import { casPresents } from './cas';
import { contradictions } from './coherence';

const AUJOURDHUI = jour('2026-11-23');
const e = lignesExemple(AUJOURDHUI);
const unJour = integer({ min: 0, max: 1500 }).map((n) => ajouterJours(jour('2024-01-01'), n));
const uneGraine = integer({ min: 0, max: 1_000_000 });

const dues = (exemple: typeof e, le: DateCivile) =>
  exemple.devis.filter(
    (d) =>
      d.statut === 'Envoyé' &&
      d.prochaineRelance !== null &&
      d.prochaineRelance <= le &&
      (d.pasDeRelanceAvant === null || d.pasDeRelanceAvant <= le),
  );

const emis = (mois: string) => e.devis.filter((d) => d.premierEnvoi?.startsWith(mois)).length;

describe('l’entreprise d’exemple', () => {
  it('la même graine et le même jour donnent les mêmes lignes', () => {
    expect(genererExemple(AUJOURDHUI, 7)).toEqual(genererExemple(AUJOURDHUI, 7));
    expect(genererExemple(AUJOURDHUI, 7)).not.toEqual(genererExemple(AUJOURDHUI, 8));
  });

  it('un autre jour décale l’histoire', () => {
    const plusTard = lignesExemple(jour('2027-03-15'));
    const dernier = (x: typeof e) => x.actions[x.actions.length - 1]?.date ?? '';
    expect(dernier(e) > '2026-11-10').toBe(true);
    expect(dernier(plusTard) > '2027-03-01').toBe(true);
    expect(plusTard.devis.every((d) => (d.creeLe ?? '') >= '2025-10-01')).toBe(true);
  });

  it('ne se contredit jamais, quels que soient la graine et le jour', () => {
    assert(
      property(uneGraine, unJour, (graine, le) => {
        expect(contradictions(lignesExemple(le, graine), le)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('a toujours la taille et les relances d’une vraie démonstration', () => {
    assert(
      property(uneGraine, unJour, (graine, le) => {
        const x = lignesExemple(le, graine);
        expect(x.clients).toHaveLength(40);
        expect(x.satisfaction).toHaveLength(60);
        expect(Math.abs(x.devis.length - 220)).toBeLessThan(35);
        expect(Math.abs(x.actions.length - 600)).toBeLessThan(110);
        expect(Math.abs(x.factures.length - 150)).toBeLessThan(45);
        const n = dues(x, le).length;
        expect(n).toBeGreaterThanOrEqual(8);
        expect(n).toBeLessThanOrEqual(15);
        const decides = x.devis.filter((d) => d.decideLe !== null);
        const taux = decides.filter((d) => d.statut === 'Signé').length / decides.length;
        expect(taux).toBeGreaterThan(0.35);
        expect(taux).toBeLessThan(0.47);
      }),
      { numRuns: 30 },
    );
  });

  it('les relances dues ne sont pas retenues par une relance trop proche', () => {
    for (const d of dues(e, AUJOURDHUI)) {
      const autres = e.devis.filter((x) => x.envoyeA === d.envoyeA && x.derniereRelance !== null);
      for (const x of autres)
        expect(joursEntre(x.derniereRelance ?? AUJOURDHUI, AUJOURDHUI)).toBeGreaterThanOrEqual(5);
    }
    expect(new Set(dues(e, AUJOURDHUI).map((d) => d.relancesFaites))).toEqual(new Set([0, 1, 2]));
  });

  it('se relit sans une cellule illisible, et porte le nom de l’entreprise', () => {
    const classeur = new ClasseurEnMemoire({
      parametres: parametresInitiaux(),
      modeles: MODELES_INITIAUX,
    }).appliquer(genererExemple(AUJOURDHUI));
    const snapshot = classeur.snapshot();
    expect(snapshot.illisibles).toEqual([]);
    expect(snapshot.parametres.entreprise).toBe('Val-Exemple Ingénierie');
    expect(snapshot.tables.devis).toHaveLength(e.devis.length);
  });

  it('toutes les adresses finissent en .example', () => {
    const adresses = JSON.stringify(e).match(/[\w.'’-]+@[\w.-]+/g) ?? [];
    expect(adresses.length).toBeGreaterThan(100);
    expect(adresses.filter((a) => !a.endsWith('.example'))).toEqual([]);
  });

  it('août dort', () => {
    expect(emis('2026-08')).toBeLessThan(emis('2026-06') / 2);
  });
});

describe('tous les cas sont présents', () => {
  it.each(casPresents(e, AUJOURDHUI))('%s', (_, present) => expect(present).toBe(true));

  it('quel que soit le jour de la démonstration', () => {
    assert(
      property(unJour, (le) => {
        const absents = casPresents(lignesExemple(le), le).filter(([, present]) => !present);
        expect(absents).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it('chaque mois a ses objectifs, ensemble et pour chacun', () => {
    const annee = AUJOURDHUI.slice(0, 4);
    const parMois = new Map<string | null, number>();
    const annuels = e.objectifs.filter((o) => o.vautPour === 'Année');
    for (const o of e.objectifs) {
      if (!annuels.includes(o)) parMois.set(o.mois, (parMois.get(o.mois) ?? 0) + 1);
    }
    expect(parMois.size).toBeGreaterThanOrEqual(18);
    // Cette année, l'un des trois vendeurs n'a qu'un objectif annuel ; l'entreprise a aussi le sien.
    for (const [mois, n] of parMois)
      expect([mois, n]).toEqual([mois, mois?.startsWith(annee) ? 3 : 4]);
    expect(annuels.map((o) => o.mois)).toEqual([`${annee}-01`, `${annee}-01`]);
    const ensemble = e.objectifs.filter((o) => o.responsable === null && o.mois?.startsWith(annee));
    const annuel = ensemble.find((o) => o.vautPour === 'Année');
    const mensuels = ensemble.filter((o) => o !== annuel);
    expect(mensuels).toHaveLength(12);
    expect(mensuels.reduce((s, o) => s + (o.caSigne ?? 0), 0)).toBe(annuel?.caSigne);
  });
});
