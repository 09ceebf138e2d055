import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { contexte, euros, jour, mois } from '../support/valeurs';
import { messageDe } from '../../src/messages/probleme';
import { planCloturer } from '../../src/tableau-de-bord/plan-cloturer';
import { planRouvrir } from '../../src/tableau-de-bord/plan-rouvrir';
import { FIRME } from './firme';

const MARS = mois('2026-03');
const clore = (c: ClasseurEnMemoire, le = '2026-04-02', motif: string | null = null) =>
  planCloturer(c.snapshot(), MARS, contexte(le), { motif });
const rouvrir = (c: ClasseurEnMemoire, motif = 'Avoir oublié', le = '2026-04-10') =>
  planRouvrir(c.snapshot(), MARS, motif, contexte(le));
const historique = (c: ClasseurEnMemoire) => c.snapshot().tables.historique;
const journal = (c: ClasseurEnMemoire) => c.snapshot().tables.journal;

/** Mars clos, puis une facture oubliée est saisie. */
function closPuisCorrige(): ClasseurEnMemoire {
  const c = new ClasseurEnMemoire(FIRME);
  c.appliquer(clore(c).changements);
  return c.appliquer([
    {
      type: 'ajouter',
      table: 'factures',
      valeurs: {
        client: 'Mairie',
        affaire: 'A1',
        montantHt: euros(100),
        emiseLe: jour('2026-03-31'),
      },
    },
  ]);
}

describe('rouvrir un mois clos', () => {
  it('garde les lignes et leurs chiffres, les marque, et le dit au Journal', () => {
    const c = closPuisCorrige();
    const avant = historique(c);
    const p = rouvrir(c);
    expect(p.resultat?.rouvertes).toEqual([null, 'camille@exemple.fr', 'denis@exemple.fr']);
    c.appliquer(p.changements);
    const marque = {
      rouvertLe: '2026-04-10T09:00',
      rouvertPar: 'gerant@exemple.fr',
      motifReouverture: 'Avoir oublié',
      reouvertures: 1,
    };
    expect(historique(c)).toEqual(avant.map((l) => Object.assign({}, l, marque)));
    expect(journal(c)).toEqual([
      expect.objectContaining({
        action: 'réouverture',
        onglet: 'Historique',
        objet: 'mars 2026',
        par: 'gerant@exemple.fr',
        avant: 'Clos le 02/04/2026 par gerant@exemple.fr',
        apres: 'Rouvert\u00a0: Avoir oublié',
      }),
    ]);
  });

  it('figé de nouveau : les mêmes lignes, les chiffres d’aujourd’hui, la photographie d’alors', () => {
    const c = closPuisCorrige();
    const photo = historique(c)[0]?.prevision1;
    c.appliquer(rouvrir(c).changements);
    const p = clore(c, '2026-06-01');
    expect(p.resultat).toMatchObject({
      figes: [],
      refiges: [null, 'camille@exemple.fr', 'denis@exemple.fr'],
    });
    expect(p.problemes).toEqual([]);
    c.appliquer(p.changements);
    const [entreprise, ...autres] = historique(c);
    expect(autres).toHaveLength(2);
    expect(entreprise).toMatchObject({
      caFacture: 260_000,
      prevision1: photo,
      closLe: '2026-06-01T09:00',
      rouvertLe: null,
      motifReouverture: null,
      reouvertures: 1,
    });
    expect(journal(c).map((j) => [j.action, j.objet])).toEqual([
      ['réouverture', 'mars 2026'],
      ['clôture refaite', 'mars 2026'],
      ['clôture refaite', 'mars 2026 · camille@exemple.fr'],
      ['clôture refaite', 'mars 2026 · denis@exemple.fr'],
    ]);
    expect(journal(c)[1]?.avant).toContain(
      'CA facturé : 2 500,00 €'.replace('2 500', '2\u202f500').replace(' €', '\u00a0€'),
    );
    expect(clore(c, '2026-06-02').problemes.map((x) => x.code)).toEqual(['MOIS_DEJA_CLOS']);
  });

  it('d’un seul geste, avec un motif', () => {
    const c = closPuisCorrige();
    const p = clore(c, '2026-04-10', 'Avoir oublié');
    c.appliquer(p.changements);
    expect(historique(c)).toHaveLength(3);
    expect(historique(c)[0]).toMatchObject({
      caFacture: 260_000,
      rouvertLe: null,
      reouvertures: 1,
    });
    expect(journal(c)[0]).toMatchObject({
      action: 'réouverture',
      apres: 'Rouvert\u00a0: Avoir oublié',
    });
  });

  it.each([
    ['sans motif', '  ', 'MOTIF_REQUIS'],
    ['un mois qui n’est pas clos', 'Erreur', 'MOIS_NON_CLOS'],
  ])('refusé : %s', (_, motif, code) => {
    const c = code === 'MOTIF_REQUIS' ? closPuisCorrige() : new ClasseurEnMemoire(FIRME);
    for (const p of [rouvrir(c, motif), clore(c, '2026-04-10', motif)]) {
      expect([p.changements, p.problemes.map((x) => x.code)]).toEqual([[], [code]]);
    }
  });

  it('réservé au gérant', () => {
    const c = closPuisCorrige();
    const p = planRouvrir(
      c.snapshot(),
      MARS,
      'Erreur',
      contexte('2026-04-10', 'camille@exemple.fr'),
    );
    expect(p.problemes.map(messageDe)).toEqual([
      'Le rôle « Consultant » ne permet pas de rouvrir un mois clos. Demandez à : Gérant.',
    ]);
  });

  it('deux fois : rien ne change, et l’on dit depuis quand et pourquoi', () => {
    const c = closPuisCorrige();
    c.appliquer(rouvrir(c).changements);
    const p = rouvrir(c, 'Autre raison', '2026-04-12');
    expect(p.changements).toEqual([]);
    expect(p.problemes.map(messageDe)[0]).toContain(
      'le 10/04/2026 par gerant@exemple.fr (« Avoir oublié »)',
    );
  });
});

describe('la photographie d’un mois (portefeuille, prévisions)', () => {
  it('ne se prend pas après le mois qui suit : elle daterait d’un autre', () => {
    const c = new ClasseurEnMemoire(FIRME);
    const p = clore(c, '2026-05-01');
    expect(p.problemes.map((x) => x.code)).toEqual(['PHOTO_TARDIVE']);
    c.appliquer(p.changements);
    expect(historique(c)[0]).toMatchObject({
      caFacture: 250_000,
      portefeuille: null,
      prevision1: null,
    });
  });
});

type Pas =
  | {
      readonly geste: 'clore' | 'refaire' | 'rouvrir';
      readonly jour: number;
      readonly tues: number;
    }
  | { readonly geste: 'saisir'; readonly montant: number };
const pas: fc.Arbitrary<Pas> = fc.oneof(
  fc.record({
    geste: fc.constantFrom('clore' as const, 'refaire' as const, 'rouvrir' as const),
    jour: fc.integer({ min: 1, max: 59 }),
    // Tout au plus tant de changements sont écrits avant la panne.
    tues: fc.oneof(fc.constant(99), fc.integer({ min: 0, max: 6 })),
  }),
  fc.record({ geste: fc.constant('saisir' as const), montant: fc.integer({ min: 1, max: 9 }) }),
);

it('loi : quoi qu’il arrive, une ligne par mois et par personne ; sans motif, une ligne close ne change pas', () => {
  fc.assert(
    fc.property(fc.array(pas, { maxLength: 12 }), (suite) => {
      const c = new ClasseurEnMemoire(FIRME);
      for (const p of suite) {
        const avant = historique(c);
        if (p.geste === 'saisir') {
          c.appliquer([
            {
              type: 'ajouter',
              table: 'factures',
              valeurs: {
                client: 'Mairie',
                affaire: 'A1',
                montantHt: euros(p.montant),
                emiseLe: jour('2026-03-31'),
              },
            },
          ]);
          continue;
        }
        const le = p.jour <= 30 ? `2026-04-${String(p.jour).padStart(2, '0')}` : '2026-05-20';
        const plan =
          p.geste === 'rouvrir'
            ? rouvrir(c, 'Motif', le)
            : clore(c, le, p.geste === 'refaire' ? 'Motif' : null);
        c.appliquer(plan.changements.slice(0, p.tues));
        const cles = historique(c).map((l) => `${l.mois} ${l.responsable ?? ''}`);
        expect(new Set(cles).size).toBe(cles.length);
        if (p.geste === 'clore') {
          const closes = avant.filter((l) => l.rouvertLe === null);
          for (const l of closes) expect(historique(c).find((x) => x.ligne === l.ligne)).toEqual(l);
        }
      }
      // Quel que soit le chemin, une dernière clôture laisse le mois entier et fermé.
      c.appliquer(clore(c, '2026-04-30').changements);
      expect(historique(c)).toHaveLength(3);
      expect(historique(c).every((l) => l.rouvertLe === null)).toBe(true);
      expect(clore(c, '2026-04-30').problemes.map((x) => x.code)).toEqual(['MOIS_DEJA_CLOS']);
    }),
    { numRuns: 60 },
  );
});
