import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ajouterJours } from '../../src/commun/date-civile';
import { planConfirmer } from '../../src/relances/depot';
import { boiteADeposer } from '../../src/relances/marque-depot';
import { planDuJour } from '../../src/relances/plan-du-jour';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { clientDe, contexte, devisEnvoye, jour } from './support';

/** Une boîte Gmail : des brouillons, retrouvés par leur Message-ID. */
class Boite {
  readonly brouillons = new Map<string, string>();
  #suivant = 1;
  chercher(messageId: string): string | null {
    for (const [id, m] of this.brouillons) if (m === messageId) return id;
    return null;
  }
  creer(messageId: string): string {
    const id = `r${this.#suivant++}`;
    this.brouillons.set(id, messageId);
    return id;
  }
}

/** Un passage, en pas séparés : on peut l'arrêter, ou en glisser un autre, entre deux. */
function* passage(classeur: ClasseurEnMemoire, boite: Boite, adresse: string, le: string) {
  const p = planDuJour(classeur.snapshot(), contexte(le), { depot: 'gmail', boite: adresse });
  classeur.appliquer(p.changements);
  yield;
  const poses: { reference: string; id: string; cree: boolean }[] = [];
  for (const { reference, messageId } of p.brouillons) {
    const trouve = boite.chercher(messageId);
    yield;
    const id = trouve ?? boite.creer(messageId);
    poses.push({ reference, id, cree: trouve === null });
    yield;
  }
  const fin = planConfirmer(classeur.snapshot(), poses);
  classeur.appliquer(fin.changements);
  yield;
  for (const { id } of fin.resultat.enTrop) {
    if (poses.find((x) => x.id === id)?.cree) boite.brouillons.delete(id);
  }
}

const DEPART = jour('2026-03-09');
const dans = (jours: number): string => ajouterJours(DEPART, jours);
const creer = (): ClasseurEnMemoire =>
  new ClasseurEnMemoire({
    clients: [clientDe()],
    devis: [1, 2, 3].map((n) =>
      devisEnvoye({ numero: `DEV-2026-000${n}`, envoyeA: `c${n}@client.example` }),
    ),
  });

function mener(pas: Generator, combien: number): void {
  for (let i = 0; i < combien && !pas.next().done; i++);
}

/** Chaque relance inscrite a son brouillon, et un seul ; rien n'est resté en suspens. */
function verifier(classeur: ClasseurEnMemoire, boites: readonly Boite[]): void {
  const { actions } = classeur.snapshot().tables;
  const relances = actions.filter((a) => a.reference !== null);
  expect(relances.filter((a) => boiteADeposer(a.brouillon) !== null)).toEqual([]);
  const ids = boites.flatMap((b) => [...b.brouillons.values()]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toHaveLength(relances.length);
  const connus = boites.flatMap((b) => [...b.brouillons.keys()]);
  for (const a of relances) expect(connus).toContain(a.brouillon);
}

describe('un brouillon par relance due, où que le passage s’arrête', () => {
  it('arrêts au hasard, jour après jour, puis un passage entier', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(9), fc.nat(15)), { minLength: 1, maxLength: 12 }),
        (passages) => {
          const classeur = creer();
          const boite = new Boite();
          let j = 0;
          for (const [attente, arret] of passages) {
            j += attente;
            mener(passage(classeur, boite, 'lea@exemple.fr', dans(j)), arret);
          }
          mener(passage(classeur, boite, 'lea@exemple.fr', dans(j)), Infinity);
          verifier(classeur, [boite]);
          expect(boite.brouillons.size).toBeGreaterThanOrEqual(3);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('deux passages de la même personne, entrelacés : le premier à confirmer garde son brouillon', () => {
    let enTrop = 0;
    fc.assert(
      fc.property(fc.array(fc.boolean(), { minLength: 4, maxLength: 60 }), (tours) => {
        const classeur = creer();
        const boite = new Boite();
        const deux = [0, 1].map(() => passage(classeur, boite, 'lea@exemple.fr', dans(0)));
        for (const t of tours) deux[Number(t)]?.next();
        for (const p of deux) mener(p, Infinity);
        enTrop += boite.creer('témoin') === 'r4' ? 0 : 1;
        boite.brouillons.delete(boite.chercher('témoin') ?? '');
        verifier(classeur, [boite]);
      }),
      { numRuns: 200 },
    );
    // La loi ne vaut que si des brouillons ont bien été créés deux fois, puis retirés.
    expect(enTrop).toBeGreaterThan(5);
  });

  it('deux personnes, arrêtées au hasard : chacune reprend les siens, jamais ceux de l’autre', () => {
    const passages = fc.array(fc.tuple(fc.boolean(), fc.nat(12)), { maxLength: 10 });
    fc.assert(
      fc.property(passages, (liste) => {
        const classeur = creer();
        const boites = [new Boite(), new Boite()];
        const jouer = (qui: 0 | 1, pas: number): void =>
          mener(passage(classeur, boites[qui] as Boite, `p${qui}@exemple.fr`, dans(0)), pas);
        for (const [qui, pas] of liste) jouer(qui ? 1 : 0, pas);
        jouer(0, Infinity);
        jouer(1, Infinity);
        verifier(classeur, boites);
        expect(boites.map((b) => b.brouillons.size).reduce((a, b) => a + b)).toBe(3);
      }),
      { numRuns: 200 },
    );
  });
});
