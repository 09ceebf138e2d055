import fc from 'fast-check';
import { cellule, dimension, plage } from './aides';

/** Un petit classeur vite saturé : bien des requêtes y sont refusées, bien d'autres passent. */
const sheetId = fc.constantFrom(0, 7, 7, 99);
const borne = fc.nat(12);
const zone = fc
  .tuple(borne, borne, borne, borne, sheetId)
  .map(([a, b, c, d, id]) =>
    plage(Math.min(a, b), Math.max(a, b) + 1, Math.min(c, d), Math.max(c, d) + 1, id),
  );
const bande = fc
  .tuple(
    fc.constantFrom('ROWS' as const, 'COLUMNS' as const),
    borne,
    fc.integer({ min: 1, max: 3 }),
    sheetId,
  )
  .map(([g, debut, n, id]) => dimension(g, debut, debut + n, id));
const valeur = fc.oneof(
  fc.string({ maxLength: 3 }),
  fc.integer(),
  fc.boolean(),
  fc.constant('=A1'),
);
const rows = fc.array(
  fc.array(valeur, { maxLength: 3 }).map((vs) => ({ values: vs.map(cellule) })),
  { maxLength: 3 },
);
const nom = fc.constantFrom('Alpha', 'Beta', 'Devis', 'A1');
const identifiant = fc.constantFrom(1, 2, 3);
const fields = fc.constantFrom('userEnteredValue', '*', 'note', 'inconnu');
const condition = { type: 'NOT_BLANK' };

/** Une requête de n'importe quel genre, sensée ou non. */
export const requete: fc.Arbitrary<object> = fc.oneof(
  fc.record({ appendCells: fc.record({ sheetId, rows, fields }) }),
  fc.record({ updateCells: fc.record({ range: zone, rows, fields }) }),
  fc.record({ repeatCell: fc.record({ range: zone, cell: valeur.map(cellule), fields }) }),
  fc.record({ insertDimension: fc.record({ range: bande, inheritFromBefore: fc.boolean() }) }),
  fc.record({ deleteDimension: fc.record({ range: bande }) }),
  fc.record({ moveDimension: fc.record({ source: bande, destinationIndex: borne }) }),
  fc.record({ addSheet: fc.record({ properties: fc.record({ title: nom }) }) }),
  fc.record({ deleteSheet: fc.record({ sheetId }) }),
  fc.record({
    addNamedRange: fc.record({
      namedRange: fc.record({ name: nom, namedRangeId: nom, range: zone }),
    }),
  }),
  fc.record({ deleteNamedRange: fc.record({ namedRangeId: nom }) }),
  fc.record({
    addProtectedRange: fc.record({
      protectedRange: fc.record({ range: zone, protectedRangeId: identifiant }),
    }),
  }),
  fc.record({ deleteProtectedRange: fc.record({ protectedRangeId: identifiant }) }),
  fc.record({
    addConditionalFormatRule: zone.map((z) => ({
      rule: { ranges: [z], booleanRule: { condition } },
      index: 0,
    })),
  }),
  fc.record({ deleteConditionalFormatRule: fc.record({ sheetId, index: fc.nat(1) }) }),
  fc.record({
    createDeveloperMetadata: fc.tuple(bande, identifiant).map(([b, metadataId]) => ({
      developerMetadata: {
        metadataId,
        metadataKey: 'k',
        visibility: 'DOCUMENT',
        location: { dimensionRange: { ...b, endIndex: b.startIndex + 1 } },
      },
    })),
  }),
  fc.record({
    addTable: fc.record({ table: fc.record({ name: nom, tableId: nom, range: zone }) }),
  }),
  fc.record({ deleteTable: fc.record({ tableId: nom }) }),
  fc.record({ mergeCells: fc.record({ range: zone, mergeType: fc.constant('MERGE_ALL') }) }),
  fc.record({ setBasicFilter: zone.map((range) => ({ filter: { range } })) }),
  fc.record({ deleteRange: fc.record({ range: zone, shiftDimension: fc.constant('ROWS') }) }),
);
