import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clientsCites } from '../../src/import/clients-cites';
import { empreinteNumero, Empreintes } from '../../src/import/empreintes';
import { planImport } from '../../src/import/plan';
import { preparer } from '../../src/import/preparer';
import { rassembler } from '../../src/import/rassembler';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { sourceCsv } from '../support/source-csv';
import { contexte } from '../support/valeurs';

const CTX = contexte('2026-03-02');
const vide = new ClasseurEnMemoire().snapshot();

/** Numéros des lignes de chaque groupe, et ordre où les lignes sont livrées. */
function regrouper(csv: string, tenues: number) {
  const clients = clientsCites(vide);
  const preparation = preparer(vide, 'devis', sourceCsv(csv), null, clients);
  if (preparation.problemes !== null) throw new Error('Fichier refusé');
  const groupes: number[][] = [];
  const lignes: number[] = [];
  const rejetees: number[] = [];
  for (const lot of rassembler(vide, 'devis', preparation, clients, tenues)) {
    groupes.push(...lot.groupes.map((g) => g.lignes.map((l) => l.ligne)));
    lignes.push(...lot.lignes.map((l) => l.ligne));
    rejetees.push(...lot.lignes.filter((l) => l.rejets.length > 0).map((l) => l.ligne));
  }
  return { groupes, lignes, rejetees };
}

const ENTETE = 'N°;Client;Statut;Montant ligne';
const numero = fc.constantFrom('D1', 'D2', 'd2', 'D3', 'D1-V2', 'D4', 'D5', '', 'D 6');
const statut = fc.constantFrom('Envoyé', 'Envoyé', 'Envoyé', 'Peut-être');
const fichier = fc
  .array(fc.tuple(numero, statut), { minLength: 1, maxLength: 30 })
  .map((l) => [ENTETE, ...l.map(([n, s]) => `${n};Mairie;${s};100`)].join('\n'));

describe('les lignes d’un document, où qu’elles soient', () => {
  it('forment le même groupe, quel que soit le nombre de lignes gardées', () => {
    fc.assert(
      fc.property(fichier, fc.integer({ min: 1, max: 8 }), (csv, tenues) => {
        const peu = regrouper(csv, tenues);
        expect(peu).toEqual(regrouper(csv, 1_000));
        // Chaque ligne est livrée une fois, dans l'ordre, et chaque groupe avec sa première ligne.
        expect(peu.lignes).toEqual(Array.from(peu.lignes, (_, i) => i + 2));
        const premieres = peu.groupes.map(([premiere = 0]) => premiere);
        expect(premieres).toEqual([...premieres].sort((a, b) => a - b));
        const groupees = peu.groupes.flat();
        expect([...groupees, ...peu.rejetees].sort((a, b) => a - b)).toEqual(peu.lignes);
      }),
      { numRuns: 150 },
    );
  });

  it('une ligne refusée refuse son document, même loin d’elle', () => {
    const csv = `${ENTETE}\nD1;M;Envoyé;1\nD2;M;Envoyé;1\nD1;M;Peut-être;1\nD3;M;Envoyé;1`;
    const { resultat } = planImport(vide, 'devis', sourceCsv(csv), null, CTX);
    expect(resultat.rejets.map((r) => [r.ligne, r.code])).toEqual([
      [2, 'IMPORT_DOCUMENT_INCOMPLET'],
      [4, 'IMPORT_REQUIS_ILLISIBLE'],
    ]);
  });
});

it('une source qui se relit donne le même plan qu’un tableau', () => {
  fc.assert(
    fc.property(fichier, (csv) => {
      const source = sourceCsv(csv);
      let lectures = 0;
      const relue = {
        ...source,
        lignes: {
          *[Symbol.iterator]() {
            lectures++;
            for (const { ligne, cellules } of source.lignes)
              yield { ligne, cellules: [...cellules] };
          },
        },
      };
      expect(planImport(vide, 'devis', relue, null, CTX)).toEqual(
        planImport(vide, 'devis', source, null, CTX),
      );
      expect(lectures).toBeLessThan(10);
    }),
    { numRuns: 100 },
  );
});

describe('les clients qui reviennent', () => {
  it.each([
    ['par leur nom', 'Dupont SARL;;\nMairie;;\nDUPONT S.A.R.L.;;', 2],
    ['par leur SIREN', 'Dupont;303265045;\nMairie;;\nDUPONT SA;303265045;', 2],
    ['par leur e-mail : un doute', 'Dupont;;a@b.fr\nMairie;;\nMartin;;A@b.fr', 3],
  ])('%s', (_, lignes, creees) => {
    const csv = `Organisation;SIRET;E-mail\n${lignes}`;
    const { resultat } = planImport(vide, 'clients', sourceCsv(csv), null, CTX);
    expect(resultat).toMatchObject({ lues: 3, creees, inchangees: 3 - creees });
    const doutes = resultat.anomalies.filter((a) => a.code === 'CLIENT_DOUBLON_POSSIBLE');
    expect(doutes.map((a) => a.ligne)).toEqual(creees === 3 ? [4] : []);
  });
});

describe('empreintes', () => {
  it.each([
    ['DEV-1', 'dev-1'],
    ['DEV 1', 'DEV\u00a01'],
    ['DEV-1-V2', 'DEV-1'],
    [' D1 ', 'D1'],
  ])('%j et %j peuvent être le même', (a, b) => {
    expect(empreinteNumero(a)).toBe(empreinteNumero(b));
  });

  it('dit combien de fois chacune revient', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { maxLength: 60 }), (vues) => {
        const empreintes = new Empreintes();
        for (const vue of vues) empreintes.noter(vue);
        for (let v = 0; v <= 20; v++) {
          const fois = vues.filter((vue) => vue === v).length;
          expect(empreintes.combien(v)).toBe(Math.max(1, fois));
        }
      }),
    );
  });

  it('au-delà d’un bloc aussi', () => {
    const empreintes = new Empreintes();
    for (let i = 0; i < 40_000; i++) empreintes.noter(i);
    empreintes.noter(39_999);
    expect([0, 32_768, 39_999].map((e) => empreintes.combien(e))).toEqual([1, 1, 2]);
  });
});
