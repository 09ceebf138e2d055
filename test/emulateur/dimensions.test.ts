import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Emulateur } from '../../cli/preview/emulateur/emulateur';
import { cellule, classeur, dimension, ecrire, ID, lire, plage } from './aides';

/** Un classeur dont tout ce qui peut bouger est accroché aux lignes 3 à 5 et aux colonnes C à D. */
function garni(): Emulateur {
  const e = classeur([
    ['a', 'b', 'c', 'd'],
    [1, 2, 3, 4],
    [5, 6, 7, 8],
    [9, 10, 11, 12],
    [13, 14, 15, 16],
  ]);
  const range = plage(2, 5, 2, 4);
  const condition = { type: 'NOT_BLANK' };
  const source = { sourceRange: { sources: [range] } };
  ecrire(
    e,
    { addNamedRange: { namedRange: { name: 'zone', namedRangeId: 'n1', range } } },
    { addProtectedRange: { protectedRange: { range, warningOnly: true, protectedRangeId: 3 } } },
    {
      addConditionalFormatRule: { rule: { ranges: [range], booleanRule: { condition } }, index: 0 },
    },
    { setBasicFilter: { filter: { range } } },
    {
      addTable: {
        table: {
          name: 'T',
          tableId: 't1',
          range,
          columnProperties: [{ columnIndex: 1, columnType: 'DOUBLE' }],
        },
      },
    },
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: 'colonne',
          metadataId: 4,
          visibility: 'DOCUMENT',
          location: { dimensionRange: dimension('COLUMNS', 2, 3) },
        },
      },
    },
    {
      addChart: {
        chart: {
          chartId: 5,
          spec: { pieChart: { domain: source, series: source } },
          position: {
            overlayPosition: { anchorCell: { sheetId: 7, rowIndex: 0, columnIndex: 0 } },
          },
        },
      },
    },
  );
  return e;
}

interface Feuille {
  readonly protectedRanges?: { range: object }[];
  readonly conditionalFormats?: { ranges: object[] }[];
  readonly basicFilter?: { range: object };
  readonly tables?: {
    range: object;
    columnProperties: { columnName: string; columnType?: string }[];
  }[];
  readonly charts?: { spec: { pieChart: { domain: { sourceRange: { sources: object[] } } } } }[];
  readonly data: { columnMetadata: { developerMetadata?: object[] }[] }[];
}

/** Où tout se trouve maintenant. */
function places(e: Emulateur) {
  const { namedRanges, sheets } = lire<{ namedRanges?: { range: object }[]; sheets: Feuille[] }>(
    e,
    '*',
  );
  const [devis, notes] = sheets;
  const colonnes = devis?.data[0]?.columnMetadata ?? [];
  return {
    nommee: namedRanges?.[0]?.range,
    protegee: devis?.protectedRanges?.[0]?.range,
    format: devis?.conditionalFormats?.[0]?.ranges[0],
    filtre: devis?.basicFilter?.range,
    table: devis?.tables?.[0]?.range,
    graphique: notes?.charts?.[0]?.spec.pieChart.domain.sourceRange.sources[0],
    colonne: colonnes.findIndex((c) => c.developerMetadata !== undefined),
  };
}

const partout = (l0: number, l1: number, c0: number, c1: number, colonne = 2) => {
  const { sheetId: _, ...ici } = plage(l0, l1, c0, c1);
  return {
    ...{ nommee: ici, protegee: ici, format: ici, filtre: ici, table: ici, graphique: ici },
    colonne,
  };
};

describe('tout suit les lignes et les colonnes', () => {
  const inserer = (d: object) => ({ insertDimension: { range: d } });
  const supprimer = (d: object) => ({ deleteDimension: { range: d } });
  const deplacer = (source: object, destinationIndex: number) => ({
    moveDimension: { source, destinationIndex },
  });
  it.each([
    ['insérer avant', inserer(dimension('ROWS', 0, 2)), partout(4, 7, 2, 4)],
    ['insérer au bord du haut', inserer(dimension('ROWS', 2, 3)), partout(3, 6, 2, 4)],
    ['insérer dedans', inserer(dimension('ROWS', 3, 4)), partout(2, 6, 2, 4)],
    ['insérer au bord du bas', inserer(dimension('ROWS', 5, 6)), partout(2, 5, 2, 4)],
    ['insérer après', inserer(dimension('ROWS', 7, 8)), partout(2, 5, 2, 4)],
    ['insérer des colonnes', inserer(dimension('COLUMNS', 1, 3)), partout(2, 5, 4, 6, 4)],
    ['insérer sur une autre feuille', inserer(dimension('ROWS', 0, 1, 7)), partout(2, 5, 2, 4)],
    ['supprimer avant', supprimer(dimension('ROWS', 0, 1)), partout(1, 4, 2, 4)],
    ['supprimer dedans', supprimer(dimension('ROWS', 3, 4)), partout(2, 4, 2, 4)],
    ['supprimer à cheval', supprimer(dimension('ROWS', 1, 3)), partout(1, 3, 2, 4)],
    ['supprimer après', supprimer(dimension('ROWS', 6, 9)), partout(2, 5, 2, 4)],
    ['supprimer une colonne avant', supprimer(dimension('COLUMNS', 0, 1)), partout(2, 5, 1, 3, 1)],
    ['déplacer une ligne du dehors', deplacer(dimension('ROWS', 0, 1), 6), partout(1, 4, 2, 4)],
    ['déplacer la zone entière', deplacer(dimension('COLUMNS', 2, 4), 0), partout(2, 5, 0, 2, 0)],
    [
      'déplacer une colonne du dehors',
      deplacer(dimension('COLUMNS', 5, 6), 0),
      partout(2, 5, 3, 5, 3),
    ],
  ])('%s', (_, requete, attendu) => {
    const e = garni();
    ecrire(e, requete);
    expect(places(e)).toEqual(attendu);
  });

  it('supprimer ce qui porte tout ne laisse rien, et le nom reste pris', () => {
    const e = garni();
    ecrire(e, supprimer(dimension('COLUMNS', 2, 4)));
    expect(places(e)).toEqual({ colonne: -1 });
    const pris = { addNamedRange: { namedRange: { name: 'zone', range: plage(0, 1, 0, 1) } } };
    expect(() => ecrire(e, pris)).toThrow('A named range with name: zone already exists.');
    ecrire(e, { deleteNamedRange: { namedRangeId: 'n1' } }, pris);
  });

  it('une fusion suit ses cellules, et s’étend avec elles', () => {
    const e = classeur();
    ecrire(
      e,
      { mergeCells: { range: plage(2, 4, 0, 2), mergeType: 'MERGE_ALL' } },
      inserer(dimension('ROWS', 0, 1)),
      inserer(dimension('ROWS', 4, 5)),
      supprimer(dimension('COLUMNS', 0, 1)),
    );
    const { sheetId: _, ...attendue } = plage(3, 6, 0, 1);
    expect(lire(e, 'sheets.merges')).toEqual({ sheets: [{ merges: [attendue] }, {}] });
  });

  it('les colonnes d’une table gardent leur type ; une colonne neuve reçoit un nom', () => {
    const e = garni();
    ecrire(e, inserer(dimension('COLUMNS', 3, 4)));
    const { sheets } = lire<{ sheets: Feuille[] }>(e, 'sheets.tables.columnProperties');
    expect(sheets[0]?.tables?.[0]?.columnProperties).toEqual([
      { columnName: '7' },
      { columnIndex: 1, columnName: 'Column 2' },
      { columnIndex: 2, columnName: '8', columnType: 'DOUBLE' },
    ]);
  });
});

describe('insérer', () => {
  it.each([
    [true, 'avant'],
    [false, 'après'],
  ])(
    'les lignes neuves prennent l’aspect de la voisine (avant : %s)',
    (inheritFromBefore, attendu) => {
      const e = classeur([['x'], ['y']]);
      const poser = (l: number, note: string, pattern: string) => ({
        repeatCell: {
          range: plage(l, l + 1, 0, 1),
          cell: { note, userEnteredFormat: { numberFormat: { type: 'TEXT', pattern } } },
          fields: 'note,userEnteredFormat.numberFormat',
        },
      });
      ecrire(e, poser(0, 'n', 'avant'), poser(1, 'n', 'après'), {
        insertDimension: { range: dimension('ROWS', 1, 2), inheritFromBefore },
      });
      expect(e.contenu(ID, 'Devis')).toEqual([['x'], [], ['y']]);
      expect(lire(e, 'sheets.data.rowData.values', ['Devis!A2'])).toMatchObject({
        sheets: [
          {
            data: [
              {
                rowData: [
                  { values: [{ userEnteredFormat: { numberFormat: { pattern: attendu } } }] },
                ],
              },
            ],
          },
        ],
      });
    },
  );
});

const genre = fc.constantFrom('ROWS' as const, 'COLUMNS' as const);

describe('lois', () => {
  it('insérer puis supprimer rend le classeur tel qu’il était', () => {
    fc.assert(
      fc.property(genre, fc.nat(4), fc.integer({ min: 1, max: 3 }), (g, debut, n) => {
        const e = garni();
        const avant = e.instantane(ID);
        const range = dimension(g, debut, debut + n);
        ecrire(e, { insertDimension: { range } }, { deleteDimension: { range } });
        expect(e.instantane(ID)).toEqual(avant);
      }),
      { numRuns: 40 },
    );
  });

  it('déplacer ne perd ni n’ajoute aucune valeur, et chaque rangée reste entière', () => {
    fc.assert(
      fc.property(fc.nat(8), fc.integer({ min: 1, max: 2 }), fc.nat(10), (debut, n, vers) => {
        const e = garni();
        const trier = () =>
          e
            .contenu(ID, 'Devis')
            .map((r) => JSON.stringify(r))
            .filter((r) => r !== '[]')
            .sort();
        const avant = trier();
        const source = dimension('ROWS', debut, Math.min(debut + n, 10));
        ecrire(e, { moveDimension: { source, destinationIndex: vers } });
        expect(trier()).toEqual(avant);
      }),
    );
  });

  it('une colonne désignée par sa métadonnée reste la même colonne, quoi qu’on insère ou déplace', () => {
    const geste = fc.record({ g: fc.boolean(), debut: fc.nat(5), vers: fc.nat(6) });
    fc.assert(
      fc.property(fc.array(geste, { maxLength: 6 }), (gestes) => {
        const e = classeur();
        ecrire(
          e,
          { repeatCell: { range: plage(0, 1, 3, 4), cell: cellule('repère'), fields: '*' } },
          {
            createDeveloperMetadata: {
              developerMetadata: {
                metadataKey: 'k',
                visibility: 'DOCUMENT',
                location: { dimensionRange: dimension('COLUMNS', 3, 4) },
              },
            },
          },
          ...gestes.map(({ g, debut, vers }) =>
            g
              ? { insertDimension: { range: dimension('COLUMNS', debut, debut + 1) } }
              : {
                  moveDimension: {
                    source: dimension('COLUMNS', debut, debut + 1),
                    destinationIndex: vers,
                  },
                },
          ),
        );
        expect(e.contenu(ID, 'Devis')[0]?.indexOf('repère')).toBe(places(e).colonne);
      }),
    );
  });
});
