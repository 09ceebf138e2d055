import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ecrireExport } from '../../cli/fichiers/ecrire-export';
import { lireSource } from '../../cli/fichiers/lire-source';
import { ecrireClasseurEnFlux } from '../../cli/workbooks/xlsx/ecrire-en-flux';
import type { Colonne } from '../../src/classeur/colonne';
import { ecrireCellule } from '../../src/classeur/ecrire-cellule';
import { TABLES, TABLES_ECHANGEABLES, type TableEchangeable } from '../../src/classeur/tables';
import { ajouterJours } from '../../src/commun/date-civile';
import { tableExportee } from '../../src/export/enregistrements';
import { versCsv } from '../../src/export/vers-csv';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte, euros, jour, mois } from '../support/valeurs';

/** Une valeur quelconque d'une colonne, ou un texte que la colonne ne comprend pas. */
function valeurDe(colonne: Colonne): fc.Arbitrary<unknown> {
  switch (colonne.genre) {
    case 'montant':
      return fc.integer({ min: -1e12, max: 1e12 });
    case 'entier':
      return fc.integer({ min: 0, max: 5000 });
    case 'nombre':
      return fc.integer({ min: -99_999, max: 99_999 }).map((n) => n / 1000);
    case 'taux':
      // négatifs et démesurés compris : 1,5 (150 %) n'est pas lu, et doit revenir tel quel
      return fc.integer({ min: -2000, max: 3000 }).map((n) => n / 1000);
    case 'date':
      return fc.integer({ min: 0, max: 20_000 }).map((n) => ajouterJours(jour('1990-01-01'), n));
    case 'mois':
      return fc.integer({ min: 1, max: 12 }).map((n) => `2026-${String(n).padStart(2, '0')}`);
    case 'booleen':
      return fc.boolean();
    case 'choix':
      return fc.constantFrom(...colonne.valeurs);
    default:
      return fc
        .oneof(
          fc.string(),
          fc.constantFrom(
            '=1+1',
            '+33 6 12',
            '-x',
            '@a',
            "'=b",
            "''-",
            'a;b',
            'a"b',
            'a\r\nb',
            '1,234',
            '007',
            'DEV-1-V2',
            'Oui',
            '00123456789012',
            '123 456 789 00012',
            '01 02 03 04 05',
            '2026-0001',
            '1E5',
            '12/03',
            '\u200fשלום',
            '👩‍👩‍👧 « l’été »',
            'l\'avoir\n\n"cité"; fin',
            `${'très long '.repeat(3_000)}fin`,
          ),
          fc.string({ unit: 'grapheme' }),
        )
        .map((t) => t.replace(/\0/g, '').trim())
        .map((t) => t || 'x');
  }
}

const ILLISIBLES = ['environ 1000', '1,234', '12/25/2021', '=SOMME(A1)', '31/02/2026 ?'];

function enregistrementDe(table: TableEchangeable): fc.Arbitrary<Record<string, unknown>> {
  const colonnes: [string, Colonne][] = Object.entries(TABLES[table].colonnes);
  return fc.record(
    Object.fromEntries(
      colonnes.map(([cle, c]) => [cle, c.requis ? valeurDe(c) : fc.option(valeurDe(c))]),
    ),
  );
}

let dossier = '';
beforeAll(async () => {
  dossier = await mkdtemp(join(tmpdir(), 'suivi-'));
});
afterAll(() => rm(dossier, { recursive: true }));

describe('réimporter un de nos exports ne change rien', () => {
  for (const table of TABLES_ECHANGEABLES) {
    for (const format of ['csv', 'json', 'ndjson', 'xlsx'] as const) {
      it(`${table} en ${format}`, async () => {
        const facultatives = Object.entries<Colonne>(TABLES[table].colonnes).filter(
          ([, c]) => !c.requis && ['montant', 'date', 'nombre', 'taux'].includes(c.genre),
        );
        const brut = fc.record({
          ligne: fc.nat(3),
          colonne: fc.constantFrom(...facultatives.map(([cle]) => cle), ''),
          texte: fc.constantFrom(...ILLISIBLES),
        });
        await fc.assert(
          fc.asyncProperty(
            fc.array(enregistrementDe(table), { maxLength: 5 }),
            fc.array(brut, { maxLength: 2 }),
            async (lignes, bruts) => {
              const classeur = new ClasseurEnMemoire({ [table]: lignes });
              for (const b of bruts) {
                if (b.colonne !== '' && b.ligne < lignes.length)
                  classeur.ecrire(table, b.ligne + 2, b.colonne, b.texte);
              }
              const snapshot = classeur.snapshot();
              const fichier = join(dossier, `${table}.${format}`);
              await (format === 'xlsx'
                ? ecrireClasseurEnFlux(fichier, [tableExportee(snapshot, table)])
                : ecrireExport(snapshot, table, fichier));
              const { source } = await lireSource(fichier, { onglet: TABLES[table].onglet });
              const { changements, resultat, problemes } = planImport(
                snapshot,
                table,
                source!,
                null,
                contexte('2026-03-02'),
              );
              expect(problemes).toEqual([]);
              expect(changements).toEqual([]);
              expect(resultat.lues).toBe(lignes.length);
            },
          ),
          { numRuns: format === 'xlsx' ? 10 : 40 },
        );
      });
    }
  }

  it('et l’importer dans un classeur neuf le recopie', async () => {
    const devis = [
      {
        numero: 'DEV-2026-0001',
        version: 1,
        client: 'Mairie',
        montantHt: euros(1234.5),
        tauxTva: 0.055,
        statut: 'Signé',
        envoyeLe: jour('2026-03-04'),
        premierEnvoi: jour('2026-03-04'),
        montantTtc: euros(1302.4),
        objet: '=cmd|x',
      },
      { numero: 'DEV-2026-0001', version: 2, client: 'Mairie', statut: 'Brouillon' },
    ] as const;
    const depart = new ClasseurEnMemoire({
      devis,
      objectifs: [
        { mois: mois('2026-03'), caSigne: euros(1000) },
        { mois: mois('2026-03'), vautPour: 'Année', caSigne: euros(9000) },
      ],
    }).snapshot();
    for (const format of ['csv', 'json', 'ndjson'] as const) {
      const resultats = [];
      for (const table of TABLES_ECHANGEABLES) {
        resultats.push(...(await ecrireExport(depart, table, join(dossier, `${table}.${format}`))));
      }
      expect(resultats.map((r) => [r.table, r.lignes])).toContainEqual(['devis', 2]);
      const neuf = new ClasseurEnMemoire();
      for (const { table, fichier } of resultats) {
        const { source } = await lireSource(fichier);
        neuf.appliquer(
          planImport(neuf.snapshot(), table, source!, null, contexte('2026-03-02')).changements,
        );
      }
      expect(neuf.snapshot().tables.devis).toEqual(depart.tables.devis);
      expect(neuf.snapshot().tables.objectifs).toEqual(depart.tables.objectifs);
    }
  });
});

it.each([
  [0.2, '20 %'],
  [0.055, '5,5 %'],
  [0.12345, '12,3450 %'],
  [1, '100 %'],
  [1.5, '150 %'],
  [-0.2, '-20 %'],
  [20, '2000 %'],
])('un taux de %s s’écrit « %s » en CSV, et en revient', (taux, ecrit) => {
  const tarif = { code: 'A', designation: 'Étude' };
  const depart = new ClasseurEnMemoire({ tarifs: [{ ...tarif, tauxTva: taux }] }).snapshot();
  const csv = [...versCsv(depart, 'tarifs')].join('');
  expect(csv.split('\r\n')[1]).toBe(`A;Étude;;;${ecrit}`);
  const neuf = new ClasseurEnMemoire();
  const importer = () =>
    planImport(neuf.snapshot(), 'tarifs', sourceCsv(csv), null, contexte('2026-03-02'));
  neuf.appliquer(importer().changements);
  expect(neuf.snapshot().tables.tarifs).toEqual(depart.tables.tarifs);
  expect(neuf.snapshot().illisibles).toEqual(depart.illisibles);
  expect(importer().changements).toEqual([]);
});

it('les cellules d’un classeur exporté gardent leur genre', () => {
  const s = new ClasseurEnMemoire({
    tarifs: [{ code: 'A', designation: 'Étude', prixHt: euros(10) }],
  })
    .ecrire('tarifs', 2, 'tauxTva', 'vingt')
    .snapshot();
  const { colonnes, lignes } = tableExportee(s, 'tarifs');
  expect(colonnes.map((c) => c.entete)).toEqual(['Code', 'Désignation', 'Unité', 'Prix HT', 'TVA']);
  const ecrites = Array.from(lignes, (valeurs) =>
    valeurs.map((v, i) => ecrireCellule(colonnes[i]!, v)),
  );
  expect(ecrites).toEqual([
    [
      { brut: 'A', genre: 'texte' },
      { brut: 'Étude', genre: 'texte' },
      { brut: null, genre: 'texte' },
      { brut: 10, genre: 'montant' },
      { brut: 'vingt', genre: 'texte' },
    ],
  ]);
});
