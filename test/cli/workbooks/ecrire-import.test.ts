import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ecrireImport } from '../../../cli/workbooks/ecrire-import';
import type { Classeur } from '../../../cli/workbooks/classeur';
import { journaliserPlan } from '../../../cli/workbooks/journaliser-plan';
import { CLES_TABLES, type TableEchangeable } from '../../../src/classeur/tables';
import { planImport } from '../../../src/import/plan';
import { ClasseurEnMemoire } from '../../support/classeur-en-memoire';
import { sourceCsv } from '../../support/source-csv';
import { contexte } from '../../support/valeurs';

const CTX = contexte('2026-03-02');
class Arret extends Error {}

/** Un classeur dont chaque écriture est bornée, et qui peut s'arrêter après quelques-unes. */
function borne(memoire: ClasseurEnMemoire, octets: number | null, ecritures = Infinity) {
  let faites = 0;
  const classeur: Classeur = {
    fichier: null,
    octetsParEcriture: octets,
    lire: () => Promise.resolve(memoire.snapshot()),
    async modifier(action, decider, origine) {
      if (faites >= ecritures) throw new Arret();
      const plan = await journaliserPlan(action, decider, CTX, origine)(memoire.snapshot());
      memoire.appliquer(plan.changements);
      faites += 1;
      return plan;
    },
  };
  return { classeur, faites: () => faites };
}

const importer = (classeur: Classeur, table: TableEchangeable, csv: string) =>
  ecrireImport(
    classeur,
    (s, c) => planImport(s, table, sourceCsv(csv), null, c),
    CTX,
    () => undefined,
  );

/** Tout sauf le Journal, dont chaque appel a ses lignes. */
function contenu(memoire: ClasseurEnMemoire) {
  const { tables } = memoire.snapshot();
  return CLES_TABLES.filter((cle) => cle !== 'journal').map((cle) => [
    cle,
    [...tables[cle]]
      .sort((a, b) => (JSON.stringify(sansLigne(a)) < JSON.stringify(sansLigne(b)) ? -1 : 1))
      .map(sansLigne),
  ]);
}
const sansLigne = (l: object) => ({ ...l, ligne: 0 });

const DEVIS = [
  'N° devis;Client;État;Montant HT;Date;Objet',
  ...Array.from({ length: 40 }, (_, i) => {
    const annee = i % 7 === 0 ? '2025' : '2026';
    return `DEV-${annee}-${String(i + 1).padStart(4, '0')};Client ${i % 9};Envoyé;${1000 + i};02/0${1 + (i % 2)}/2026;Lot ${i}`;
  }),
  'DEV-2026-0002-V2;Client 1;Envoyé;1500;03/02/2026;Lot 1 bis',
  ';Client 3;Envoyé;12;02/01/2026;sans numéro',
].join('\n');
const ACTIONS = [
  'Date;Type;Client;Durée;Compte rendu',
  ...Array.from(
    { length: 30 },
    (_, i) => `0${1 + (i % 9)}/02/2026;Appel;Client ${i % 4};0,5;Texte ${i % 12}`,
  ),
].join('\n');

describe('un import en plusieurs écritures', () => {
  it.each<[TableEchangeable, string]>([
    ['devis', DEVIS],
    ['actions', ACTIONS],
  ])('%s : le même classeur que d’un bloc, sous un seul numéro d’import', async (table, csv) => {
    const dUnBloc = new ClasseurEnMemoire();
    const entier = await importer(borne(dUnBloc, null).classeur, table, csv);
    const parMorceaux = new ClasseurEnMemoire();
    const { classeur, faites } = borne(parMorceaux, 6_000);
    const fait = await importer(classeur, table, csv);
    expect(faites()).toBeGreaterThan(2);
    expect(fait.resultat).toEqual(entier.resultat);
    expect(contenu(parMorceaux)).toEqual(contenu(dUnBloc));
    const origines = parMorceaux.snapshot().tables.journal.map((j) => j.origine);
    expect(new Set(origines)).toEqual(new Set(['import n° 1']));
  });

  it('interrompu n’importe où puis recommencé : rien deux fois, rien de perdu, aucun numéro sans devis', async () => {
    const attendu = new ClasseurEnMemoire();
    await importer(borne(attendu, null).classeur, 'devis', DEVIS);
    const coupures = fc.array(
      fc.tuple(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 500, max: 20_000 })),
      { maxLength: 6 },
    );
    await fc.assert(
      fc.asyncProperty(coupures, async (liste) => {
        const memoire = new ClasseurEnMemoire();
        for (const [ecritures, octets] of liste) {
          try {
            await importer(borne(memoire, octets, ecritures).classeur, 'devis', DEVIS);
          } catch (erreur) {
            if (!(erreur instanceof Arret)) throw erreur;
          }
          const { devis, registre } = memoire.snapshot().tables;
          const portes = new Set(devis.map((d) => d.numero));
          expect(registre.map((r) => r.numero).filter((n) => !portes.has(n))).toEqual([]);
        }
        await importer(borne(memoire, 5_000).classeur, 'devis', DEVIS);
        const sansImport = (c: ReturnType<typeof contenu>) =>
          JSON.stringify(c).replace(/import n° \d+/g, 'import');
        expect(sansImport(contenu(memoire))).toBe(sansImport(contenu(attendu)));
      }),
      { numRuns: 12 },
    );
  });
});
