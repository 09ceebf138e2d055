import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ajouter, modifier, remplacer, type Changement } from '../../src/classeur/changements';
import { CLES_TABLES, type CleTable } from '../../src/classeur/tables';
import { CENTIMES, JOURS, TEXTES } from '../support/arbitraires';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { classeurLeger } from '../support/classeur-leger';

/** Ce que quelqu'un veut faire, sans encore savoir sur quelles lignes. */
type Geste =
  | { readonly geste: 'ajouter'; readonly table: CleTable; readonly valeurs: object }
  | {
      readonly geste: 'modifier';
      readonly table: CleTable;
      readonly rang: number;
      readonly champs: object;
    }
  | { readonly geste: 'remplacer'; readonly table: CleTable; readonly lignes: readonly object[] };

const client = fc.record({
  organisation: TEXTES,
  ville: TEXTES,
  npai: fc.boolean(),
  notes: TEXTES,
});
const devis = fc.record({
  ...{ numero: TEXTES, montantHt: CENTIMES, tauxTva: fc.constantFrom(0, 0.055, 0.2) },
  ...{ creeLe: JOURS, objet: TEXTES },
});
const revue = fc.record({ numero: TEXTES, client: TEXTES, montantHt: CENTIMES });
const anomalie = fc.record({ onglet: TEXTES, cellule: TEXTES });
const lignes: Readonly<Record<string, fc.Arbitrary<object>>> = {
  ...{ clients: client, devis, revueHebdo: revue, anomalies: anomalie },
};
const ligneDe = (t: CleTable): fc.Arbitrary<object> => lignes[t] ?? fc.constant({});
const table = fc.constantFrom('clients' as const, 'devis' as const);
const genere = fc.constantFrom('revueHebdo' as const, 'anomalies' as const);

const geste: fc.Arbitrary<Geste> = fc.oneof(
  table.chain((t) =>
    fc.record({
      geste: fc.constant('ajouter' as const),
      table: fc.constant(t),
      valeurs: ligneDe(t),
    }),
  ),
  table.chain((t) =>
    fc.record({
      ...{ geste: fc.constant('modifier' as const), table: fc.constant(t), rang: fc.nat(20) },
      champs: fc.oneof(
        ligneDe(t),
        ligneDe(t).map((l) => Object.assign({}, l, { objet: null, ville: null })),
      ),
    }),
  ),
  genere.chain((t) =>
    fc.record({
      ...{ geste: fc.constant('remplacer' as const), table: fc.constant(t) },
      lignes: fc.array(ligneDe(t), { maxLength: 6 }),
    }),
  ),
);

/** Les changements de ces gestes, sur le classeur tel qu'il est. */
function changementsDe(modele: ClasseurEnMemoire, gestes: readonly Geste[]): Changement[] {
  const { tables } = modele.snapshot();
  return gestes.flatMap((g): Changement[] => {
    if (g.geste === 'ajouter') return [ajouter(g.table, g.valeurs)];
    if (g.geste === 'remplacer') return [remplacer(g.table, g.lignes)];
    const lues = tables[g.table];
    const ligne = lues[g.rang % Math.max(1, lues.length)];
    return ligne ? modifier(g.table, ligne as never, 'x', g.champs) : [];
  });
}

describe('traduire, écrire, relire', () => {
  it('pour toute suite de lots : le classeur Google dit ce que dit le modèle', () => {
    fc.assert(
      fc.property(fc.array(fc.array(geste, { maxLength: 6 }), { maxLength: 4 }), (lots) => {
        const modele = new ClasseurEnMemoire();
        const google = classeurLeger();
        for (const gestes of lots) {
          const changements = changementsDe(modele, gestes);
          modele.appliquer(changements);
          google.appliquer(...changements);
        }
        const [attendu, obtenu] = [modele.snapshot(), google.lire()];
        for (const cle of CLES_TABLES) expect(obtenu.tables[cle]).toEqual(attendu.tables[cle]);
        expect(google.emulateur.compte.ecritures).toBeLessThanOrEqual(lots.length);
      }),
      { numRuns: 60 },
    );
  });

  it('de même si l’utilisateur a déplacé des colonnes, et gardé des notes dessous et à côté', () => {
    const melange = fc.array(fc.tuple(fc.nat(19), fc.nat(19)), { maxLength: 3 });
    fc.assert(
      fc.property(melange, fc.array(geste, { maxLength: 8 }), (deplacements, gestes) => {
        const google = classeurLeger({ clients: [{ organisation: 'Alpha' }] });
        google.taper('Clients', 1, 22, 'À moi').taper('Clients', 2, 22, 'note');
        google.taper('Clients', 9, 22, 'total');
        for (const [de, vers] of deplacements) {
          if (de === vers || de + 1 === vers) continue;
          const source = {
            ...{ sheetId: google.sheetId('Clients'), dimension: 'COLUMNS' },
            ...{ startIndex: de, endIndex: de + 1 },
          };
          google.aLaMain({ moveDimension: { source, destinationIndex: vers } });
        }
        const modele = new ClasseurEnMemoire({ clients: [{ organisation: 'Alpha' }] });
        const changements = changementsDe(modele, gestes);
        modele.appliquer(changements);
        google.appliquer(...changements);
        expect(google.lire().tables.clients).toEqual(modele.snapshot().tables.clients);
        expect(google.contenu('clients')[1]?.[22]).toBe('note');
        expect(
          google
            .contenu('clients')
            .flat()
            .filter((v) => v === 'total'),
        ).toHaveLength(1);
      }),
      { numRuns: 60 },
    );
  });
});

describe('tirer des numéros à plusieurs', () => {
  it('quel que soit l’entrelacement et les pannes : jamais deux fois le même, rien de perdu', () => {
    const instant = fc.constantFrom('rien', 'autre', '500', '500 après', 'coupé', 'coupé après');
    fc.assert(
      fc.property(fc.array(instant, { maxLength: 12 }), (instants) => {
        const classeur = classeurLeger();
        const suite = instants[Symbol.iterator]();
        const tirer = () =>
          classeur.modifier(({ tables }) => {
            const compteur = Math.max(0, ...tables.registre.map((r) => r.compteur ?? 0)) + 1;
            const changement = ajouter('registre', { numero: `N${compteur}`, compteur });
            return { changements: [changement], brouillons: [], problemes: [], resultat: compteur };
          }).resultat;
        const tires: (number | null)[] = [];
        classeur.intercepter = (appel, executer) => {
          const quoi = suite.next().value ?? 'rien';
          if (appel.methode !== 'batchUpdate' || quoi === 'rien') return null;
          if (quoi === 'autre') {
            const garde = classeur.intercepter;
            classeur.intercepter = () => null;
            tires.push(tirer());
            classeur.intercepter = garde;
            return null;
          }
          if (quoi.endsWith('après')) executer();
          const statut = quoi.startsWith('500') ? 500 : null;
          return { ok: false, statut, message: quoi };
        };
        tires.push(tirer(), tirer());
        classeur.intercepter = () => null;
        const inscrits = classeur.lire().tables.registre.map((r) => r.compteur);
        expect(new Set(tires).size).toBe(tires.length);
        expect([...inscrits].sort()).toEqual([...tires].sort());
      }),
      { numRuns: 80 },
    );
  });
});
