import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ajouterJours, joursEntre, type DateCivile } from '../../src/commun/date-civile';
import { estOuvre } from '../../src/commun/jours-ouvres';
import { STATUTS_DEVIS } from '../../src/classeur/tables/devis';
import { planRelances } from '../../src/relances/plan-relances';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { clientDe, contexte, devisEnvoye, jour } from './support';

interface Emise {
  readonly reference: string;
  readonly contact: string;
  readonly le: DateCivile;
}

/** Joue la commande un jour donné et applique ce qu'elle décide. */
function jouer(classeur: ClasseurEnMemoire, le: DateCivile): Emise[] {
  const p = planRelances(classeur.snapshot(), contexte(le));
  const { dues, brouillons, refusees } = p.resultat;
  expect(dues).toBe(brouillons.length + refusees.length);
  expect(brouillons.map((b) => b.reference)).toEqual(p.brouillons.map((b) => b.reference));
  classeur.appliquer(p.changements);
  return p.brouillons.map((b) => ({ reference: b.reference, contact: b.destinataire, le }));
}

const DEPART = jour('2026-03-02');
const dans = (jours: number): DateCivile => ajouterJours(DEPART, jours);

describe('soixante jours, un passage par jour', () => {
  const contacts = ['a@client.example', 'b@client.example', 'c@client.example'];
  const creer = (): ClasseurEnMemoire =>
    new ClasseurEnMemoire({
      clients: [clientDe()],
      devis: contacts.map((envoyeA, i) =>
        devisEnvoye({
          numero: `DEV-2026-000${i + 1}`,
          envoyeA,
          envoyeLe: dans(i * 2),
          prochaineRelance: null,
        }),
      ),
    });

  it('R1, R2, R3 de chaque devis en suspens, aux jours ouvrés attendus, et rien d’autre', () => {
    const classeur = creer();
    const emises = Array.from({ length: 61 }, (_, j) => jouer(classeur, dans(j))).flat();
    expect(emises.map((e) => `${e.le} ${e.reference}`)).toEqual([
      '2026-03-09 DEV-2026-0001/R1', // lundi 2 mars + 7
      '2026-03-11 DEV-2026-0002/R1', // mercredi 4 mars + 7
      '2026-03-13 DEV-2026-0003/R1', // vendredi 6 mars + 7
      '2026-03-17 DEV-2026-0001/R2', // + 15
      '2026-03-19 DEV-2026-0002/R2',
      '2026-03-23 DEV-2026-0003/R2', // samedi 21 → lundi 23
      '2026-04-01 DEV-2026-0001/R3', // + 30
      '2026-04-03 DEV-2026-0002/R3', // Vendredi saint, ouvré hors Alsace-Moselle
      '2026-04-07 DEV-2026-0003/R3', // dimanche de Pâques → mardi
    ]);
  });

  it('signé le 18 mars : plus de relance', () => {
    const classeur = creer();
    const emises: Emise[] = [];
    for (let j = 0; j <= 60; j++) {
      if (dans(j) === '2026-03-18') classeur.ecrire('devis', 2, 'statut', 'Signé');
      emises.push(...jouer(classeur, dans(j)));
    }
    const premier = emises.filter((e) => e.reference.startsWith('DEV-2026-0001'));
    expect(premier.map((e) => e.reference)).toEqual(['DEV-2026-0001/R1', 'DEV-2026-0001/R2']);
  });

  it('commande oubliée pendant quarante jours : une relance à la fois, espacées', () => {
    const classeur = creer();
    const emises = [40, 41, 42, 45, 46, 50, 51, 52, 60].flatMap((j) => jouer(classeur, dans(j)));
    const premier = emises.filter((e) => e.reference.startsWith('DEV-2026-0001'));
    expect(premier.map((e) => `${e.le} ${e.reference.slice(-2)}`)).toEqual([
      '2026-04-11 R1',
      '2026-04-16 R2',
      '2026-04-21 R3',
    ]);
  });
});

const JOURS_ENTRE = 5;
const souvent = <T>(valeur: T, rares: readonly T[]): fc.Arbitrary<T> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(valeur) }, fc.constantFrom(...rares));
const unDevis = fc.record({
  numero: fc.constantFrom('D1', 'D2', 'D3', 'D4', 'D5', 'D6'),
  version: fc.constantFrom(1, 2, null),
  client: souvent<string>('Alpha', ['Bêta', 'Gamma', 'Inconnu']),
  envoyeA: fc.oneof(
    {
      weight: 6,
      arbitrary: fc.constantFrom('a@client.example', 'A@CLIENT.example', 'b@client.example'),
    },
    fc.constantFrom('pas une adresse', null),
  ),
  statut: souvent<(typeof STATUTS_DEVIS)[number]>('Envoyé', STATUTS_DEVIS),
  envoyeLe: fc.option(fc.integer({ min: -60, max: 20 }).map(dans), { freq: 8 }),
  prochaineRelance: fc.option(fc.integer({ min: -40, max: 60 }).map(dans), { freq: 1 }),
  pasDeRelanceAvant: fc.constantFrom(null, null, null, dans(-10), dans(20)),
  relancesFaites: souvent<number | null>(0, [null, 1, 2, 3]),
  objet: souvent<string | null>('Étude', [null]),
});
/** Ce qu'une main maladroite fait entre deux passages. */
const retouche = fc.record({
  ligne: fc.integer({ min: 2, max: 6 }),
  colonne: fc.constantFrom(
    'relancesFaites',
    'prochaineRelance',
    'derniereRelance',
    'statut',
    'envoyeLe',
  ),
  valeur: fc.constantFrom(null, 0, '01/03/2026', 'n’importe quoi', 'Envoyé'),
});
const firme = fc.record({
  devis: fc.uniqueArray(unDevis, {
    minLength: 1,
    maxLength: 5,
    selector: (d) => `${d.numero}-V${d.version ?? 1}`,
  }),
  actions: fc.array(
    fc.record({
      type: fc.constantFrom('Relance' as const, 'Appel' as const),
      date: fc.option(fc.integer({ min: -20, max: 40 }).map(dans)),
      devis: fc.constantFrom('D1', 'D2-V2', null),
      client: fc.constantFrom('Alpha', 'Bêta', null),
    }),
    { maxLength: 3 },
  ),
});

const classeurDe = ({ devis, actions }: typeof firme extends fc.Arbitrary<infer F> ? F : never) =>
  new ClasseurEnMemoire({
    clients: ['Alpha', 'Bêta', 'Gamma'].map((nom) =>
      clientDe(nom, { nePasRelancer: nom === 'Gamma' }),
    ),
    devis: devis.map((d) => devisEnvoye(d)),
    actions,
  });

describe('lois', () => {
  it('appliquer puis recommencer le même jour ne prépare rien de plus', () => {
    fc.assert(
      fc.property(firme, fc.integer({ min: 0, max: 60 }), (f, j) => {
        const classeur = classeurDe(f);
        jouer(classeur, dans(j));
        const p = planRelances(classeur.snapshot(), contexte(dans(j)));
        expect([p.brouillons, p.changements]).toEqual([[], []]);
      }),
    );
  });

  it('jamais deux brouillons de même référence, ni deux au même contact à moins de n jours, même si l’on retouche', () => {
    let total = 0;
    const jours = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 6 }), fc.option(retouche, { freq: 1 })),
      {
        minLength: 6,
        maxLength: 15,
      },
    );
    fc.assert(
      fc.property(firme, jours, (f, passages) => {
        const classeur = classeurDe(f);
        const emises: Emise[] = [];
        let j = 0;
        for (const [pas, main] of passages) {
          j += pas;
          if (main && main.ligne < f.devis.length + 2)
            classeur.ecrire('devis', main.ligne, main.colonne, main.valeur);
          emises.push(...jouer(classeur, dans(j)));
        }
        total += emises.length;
        const references = emises.map((e) => e.reference);
        expect(new Set(references).size).toBe(references.length);
        emises.forEach((e, i) => {
          for (const autre of emises.slice(i + 1)) {
            if (autre.contact.toLowerCase() !== e.contact.toLowerCase()) continue;
            expect(joursEntre(e.le, autre.le)).toBeGreaterThanOrEqual(JOURS_ENTRE);
          }
        });
      }),
      { numRuns: 300 },
    );
    // La loi ne vaut que si des brouillons sont bien préparés.
    expect(total).toBeGreaterThan(200);
  });

  it('une prochaine relance inscrite tombe un jour ouvré, après aujourd’hui', () => {
    fc.assert(
      fc.property(firme, fc.integer({ min: 0, max: 60 }), (f, j) => {
        const p = planRelances(classeurDe(f).snapshot(), contexte(dans(j)));
        const dates = p.changements.flatMap((c) => {
          const date = c.type === 'modifier' && c.table === 'devis' && c.apres.prochaineRelance;
          return typeof date === 'string' ? [date] : [];
        });
        expect(dates.filter((d) => !estOuvre(d) || d <= dans(j))).toEqual([]);
      }),
    );
  });
});
