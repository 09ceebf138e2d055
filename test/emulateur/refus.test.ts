import { expect, it } from 'vitest';
import { Emulateur } from '../../cli/preview/emulateur/emulateur';
import { cellule, classeur, dimension, ecrire, ID, plage, rangees, refus } from './aides';

const rows = rangees([['x']]);
const fields = 'userEnteredValue';
const champ = (nom: string, ou: string) =>
  `Invalid JSON payload received. Unknown name "${nom}" at '${ou}': Cannot find field.`;
const TYPE = 'type.googleapis.com/google.apps.sheets.v4';
const regle = (type: string, ...valeurs: string[]) => ({
  condition: { type, values: valeurs.map((userEnteredValue) => ({ userEnteredValue })) },
});

/** Une requête refusée, et les mots de Google ; sans « Invalid requests », tout le message. */
const CAS: readonly (readonly [string, object, string])[] = [
  ['requête inconnue', { DeleteRange: {} }, champ('DeleteRange', 'requests[0]')],
  ['requête vide', {}, 'Invalid requests[0]: No request set.'],
  [
    'champ inconnu',
    { addSheet: { properties: { titre: 'x' } } },
    champ('titre', 'requests[0].add_sheet.properties'),
  ],
  [
    'champ inconnu au fond',
    { updateCells: { range: plage(0, 1, 0, 1), rows: [{ values: [{ valeur: 1 }] }], fields } },
    champ('valeur', 'requests[0].update_cells.rows[0].values[0]'),
  ],
  [
    'type faux',
    { deleteSheet: { sheetId: 'abc' } },
    `Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), "abc"`,
  ],
  [
    'nombre non entier',
    { deleteSheet: { sheetId: 1.5 } },
    "Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), 1.5",
  ],
  [
    'énumération inconnue',
    { appendDimension: { sheetId: 0, dimension: 'LIGNES', length: 1 } },
    `Invalid value at 'requests[0].append_dimension.dimension' (${TYPE}.Dimension), "LIGNES"`,
  ],
  [
    'liste attendue',
    { appendCells: { sheetId: 0, rows: {}, fields } },
    "Invalid value at 'requests[0].append_cells.rows' (list), {}",
  ],
  [
    'null',
    { deleteSheet: { sheetId: null } },
    "Invalid value at 'requests[0].delete_sheet.sheet_id' (TYPE_INT32), null",
  ],
  [
    'deux requêtes en une',
    { deleteSheet: { sheetId: 7 }, clearBasicFilter: { sheetId: 0 } },
    "Invalid value at 'requests[0]' (oneof), oneof field is already set. Cannot set 'clearBasicFilter'",
  ],
  [
    'deux valeurs en une',
    {
      repeatCell: {
        range: plage(0, 1, 0, 1),
        cell: { userEnteredValue: { numberValue: 1, stringValue: '1' } },
        fields,
      },
    },
    "Invalid value at 'requests[0].repeat_cell.cell.user_entered_value' (oneof), oneof field is already set. Cannot set 'stringValue'",
  ],
  ['feuille inconnue', { appendCells: { sheetId: 99, rows, fields } }, 'No grid with id: 99'],
  [
    'onglet déjà pris',
    { addSheet: { properties: { title: 'devis' } } },
    'A sheet with the name "devis" already exists. Please enter another name.',
  ],
  [
    'onglet renommé en double',
    { updateSheetProperties: { properties: { sheetId: 7, title: 'Devis' }, fields: 'title' } },
    'A sheet with the name "Devis" already exists. Please enter another name.',
  ],
  ['onglet sans nom', { addSheet: { properties: { title: '' } } }, 'Sheet name cannot be empty.'],
  [
    'identifiant d’onglet pris',
    { addSheet: { properties: { sheetId: 7 } } },
    'A sheet with id 7 already exists.',
  ],
  [
    'tout figer',
    {
      updateSheetProperties: {
        properties: { gridProperties: { frozenRowCount: 10 } },
        fields: 'gridProperties.frozenRowCount',
      },
    },
    "You can't freeze all visible rows on the sheet.",
  ],
  [
    'plage nommée inconnue',
    { deleteNamedRange: { namedRangeId: 'xyz' } },
    'No named range with id: xyz',
  ],
  [
    'plage nommée en double',
    { addNamedRange: { namedRange: { name: 'JETON', range: plage(0, 1, 0, 1) } } },
    'A named range with name: JETON already exists.',
  ],
  [
    'nom qui se lit comme une cellule',
    { addNamedRange: { namedRange: { name: 'AB12', range: plage(0, 1, 0, 1) } } },
    'The name AB12 is invalid.',
  ],
  [
    'plage hors de la grille',
    { repeatCell: { range: { sheetId: 0, startRowIndex: 10 }, cell: {}, fields } },
    'Range (Devis!A11) exceeds grid limits. Max rows: 10, max columns: 6',
  ],
  [
    'écrire une colonne de trop',
    { updateCells: { range: plage(0, 1, 0, 1), rows: rangees([['a', 'b']]), fields } },
    'Attempting to write column: 1, beyond the last requested column of: 0',
  ],
  [
    'écrire une ligne de trop',
    { updateCells: { range: plage(0, 1, 0, 1), rows: rangees([['a'], ['b']]), fields } },
    'Attempting to write row: 1, beyond the last requested row of: 0',
  ],
  [
    'départ hors de la grille',
    { updateCells: { start: { sheetId: 0, rowIndex: 10, columnIndex: 0 }, rows, fields } },
    'GridCoordinate.rowIndex[10] is after last row in grid[9]',
  ],
  [
    'texte de plus de 50 000 caractères',
    { appendCells: { sheetId: 0, rows: rangees([['x'.repeat(50_001)]]), fields } },
    'Your input contains more than the maximum of 50000 characters in a single cell.',
  ],
  [
    'formule sans =',
    {
      appendCells: {
        sheetId: 0,
        rows: [{ values: [{ userEnteredValue: { formulaValue: 'A1' } }] }],
        fields,
      },
    },
    'formulaValue must start with =.',
  ],
  [
    'plus de dix millions de cellules',
    { appendDimension: { sheetId: 0, dimension: 'ROWS', length: 2_000_000 } },
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
  ],
  [
    'supprimer toutes les lignes',
    { deleteDimension: { range: dimension('ROWS', 0, 10) } },
    "You can't delete all the rows on the sheet.",
  ],
  [
    'hériter de rien',
    { insertDimension: { range: dimension('ROWS', 0, 1), inheritFromBefore: true } },
    'inheritFromBefore cannot be true when inserting at index 0, as there is nothing before.',
  ],
  [
    'validation sans valeur',
    { setDataValidation: { range: plage(0, 1, 0, 1), rule: regle('ONE_OF_LIST') } },
    'condition ONE_OF_LIST requires between 1 and 500 values, but 0 were given.',
  ],
  [
    'validation par une liste en double',
    { setDataValidation: { range: plage(0, 1, 0, 1), rule: regle('ONE_OF_LIST', 'Oui', 'Oui') } },
    'condition ONE_OF_LIST cannot have duplicate values.',
  ],
  [
    'formule de validation sans =',
    { setDataValidation: { range: plage(0, 1, 0, 1), rule: regle('CUSTOM_FORMULA', 'A1>1') } },
    'condition CUSTOM_FORMULA requires a value that starts with =.',
  ],
  [
    'format conditionnel par une liste',
    {
      addConditionalFormatRule: {
        rule: { ranges: [plage(0, 1, 0, 1)], booleanRule: regle('ONE_OF_LIST', 'a') },
        index: 0,
      },
    },
    'Condition type ONE_OF_LIST is not supported here.',
  ],
  [
    'format conditionnel d’un alignement',
    {
      addConditionalFormatRule: {
        rule: {
          ranges: [plage(0, 1, 0, 1)],
          booleanRule: { ...regle('NOT_BLANK'), format: { horizontalAlignment: 'LEFT' } },
        },
        index: 0,
      },
    },
    'ConditionalFormatRule.format cannot set horizontalAlignment.',
  ],
  [
    'règle conditionnelle absente',
    { deleteConditionalFormatRule: { sheetId: 0, index: 0 } },
    'No conditional format on sheet: 0 at index: 0',
  ],
  [
    'protection inconnue',
    { deleteProtectedRange: { protectedRangeId: 5 } },
    'No protected range with ID: 5',
  ],
  [
    'protection d’avertissement avec éditeurs',
    {
      addProtectedRange: {
        protectedRange: {
          range: { sheetId: 0 },
          warningOnly: true,
          editors: { users: ['a@b.fr'] },
        },
      },
    },
    'warningOnly and editors cannot both be set.',
  ],
  [
    'métadonnée sans visibilité',
    {
      createDeveloperMetadata: {
        developerMetadata: { metadataKey: 'c', location: { spreadsheet: true } },
      },
    },
    'developerMetadata.visibility must be specified.',
  ],
  [
    'métadonnée sur deux colonnes',
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataKey: 'c',
          visibility: 'DOCUMENT',
          location: { dimensionRange: dimension('COLUMNS', 0, 2) },
        },
      },
    },
    'dimensionRange must represent a single row or column.',
  ],
  [
    'table sans nom',
    { addTable: { table: { range: plage(0, 3, 0, 2) } } },
    'Table name must be specified.',
  ],
  [
    'table à liste sans choix',
    {
      addTable: {
        table: {
          name: 'T',
          range: plage(0, 3, 0, 2),
          columnProperties: [{ columnIndex: 0, columnType: 'DROPDOWN' }],
        },
      },
    },
    'A ONE_OF_LIST dataValidationRule must be set for DROPDOWN columns, and only for them.',
  ],
  [
    'fuseau inconnu',
    { updateSpreadsheetProperties: { properties: { timeZone: 'Mars/Base' }, fields: 'timeZone' } },
    'Invalid timezone: Mars/Base',
  ],
  ['graphique inconnu', { deleteEmbeddedObject: { objectId: 3 } }, 'No object with id: 3'],
  [
    'graphique sans genre',
    { addChart: { chart: { spec: { title: 't' } } } },
    'chart.spec must have a chart type.',
  ],
];

it.each(CAS)('%s', (_, requete, message) => {
  const e = classeur([], Emulateur);
  ecrire(e, { addNamedRange: { namedRange: { name: 'Jeton', range: plage(0, 1, 0, 1) } } });
  const [nom] = Object.keys(requete);
  const attendu =
    message.startsWith('Invalid') && !message.startsWith('Invalid timezone')
      ? message
      : `Invalid requests[0].${nom}: ${message}`;
  expect(refus(() => ecrire(e, requete))).toBe(attendu);
});

it('un lot vide est refusé, et le rang dit laquelle des requêtes l’est', () => {
  const e = classeur();
  expect(refus(() => ecrire(e))).toBe('Must specify at least one request.');
  const bon = { appendCells: { sheetId: 0, rows, fields } };
  expect(refus(() => ecrire(e, bon, bon, { deleteSheet: { sheetId: 5 } }))).toMatch(
    /^Invalid requests\[2\]\.deleteSheet: /,
  );
});

it('la dernière feuille ne s’ôte pas', () => {
  const e = classeur();
  ecrire(e, { deleteSheet: { sheetId: 0 } });
  expect(refus(() => ecrire(e, { deleteSheet: { sheetId: 7 } }))).toBe(
    "Invalid requests[0].deleteSheet: You can't remove all the sheets in a document.",
  );
});

it('ce que Google abîme en silence est refusé comme non émulé', () => {
  const e = classeur();
  const table = { name: 'T', range: plage(0, 3, 0, 2) };
  ecrire(e, { addTable: { table: { ...table, tableId: 't1' } } });
  expect(refus(() => ecrire(e, { appendCells: { tableId: 't1', rows, fields } }))).toContain(
    'drops the values',
  );
  const pied = { rowsProperties: { footerColorStyle: { themeColor: 'ACCENT1' } } };
  const avecPied = { ...table, ...pied, name: 'U', range: plage(5, 8, 0, 2) };
  expect(refus(() => ecrire(e, { addTable: { table: avecPied } }))).toContain('last row');
});

it('une cellule de 50 000 caractères passe', () => {
  const e = classeur();
  ecrire(e, {
    repeatCell: { range: plage(0, 1, 0, 1), cell: cellule('é'.repeat(50_000)), fields },
  });
  expect(e.contenu(ID, 'Devis')[0]?.[0]).toHaveLength(50_000);
});
