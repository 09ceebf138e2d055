import { describe, expect, it } from 'vitest';
import { cellule, classeur, ecrire, ID, lire, plage, rangees } from './aides';

const titres = (e: ReturnType<typeof classeur>) => e.onglets(ID).map((o) => o.titre);

describe('onglets', () => {
  it('un onglet neuf va à la fin ou à sa place, et reçoit un grand identifiant', () => {
    const e = classeur();
    const { replies } = ecrire(
      e,
      { addSheet: { properties: { title: 'Fin' } } },
      { addSheet: { properties: { title: 'Début', index: 0, hidden: true } } },
    );
    expect(titres(e)).toEqual(['Début', 'Devis', 'Notes d’équipe', 'Fin']);
    expect(replies[0]).toMatchObject({
      addSheet: { properties: { title: 'Fin', index: 2, sheetType: 'GRID' } },
    });
    expect(e.onglets(ID).at(-1)?.id).toBeGreaterThan(1000);
  });

  // L'indice demandé compte les places d'avant le déplacement.
  it.each([
    [0, ['a', 'Devis', 'b']],
    [1, ['a', 'Devis', 'b']],
    [3, ['Devis', 'b', 'a']],
    [2, ['Devis', 'a', 'b']],
  ] as const)('déplacer « a » à l’indice %i', (index, attendu) => {
    const e = classeur();
    ecrire(
      e,
      { addSheet: { properties: { sheetId: 1, title: 'a', index: 0 } } },
      { updateSheetProperties: { properties: { sheetId: 7, title: 'b' }, fields: 'title' } },
      { updateSheetProperties: { properties: { sheetId: 1, index }, fields: 'index' } },
    );
    expect(titres(e)).toEqual(attendu);
  });

  it('réduire la grille supprime le bord', () => {
    const e = classeur([['a', 'b', 'c'], ['d'], ['e']]);
    const gridProperties = { rowCount: 2, columnCount: 2 };
    ecrire(e, {
      updateSheetProperties: {
        properties: { sheetId: 0, gridProperties },
        fields: 'gridProperties(rowCount,columnCount)',
      },
    });
    expect(e.contenu(ID, 'Devis')).toEqual([['a', 'b'], ['d']]);
  });

  it('les propriétés non désignées restent', () => {
    const e = classeur();
    const properties = { sheetId: 0, tabColorStyle: { rgbColor: { red: 1 } }, hidden: true };
    ecrire(e, { updateSheetProperties: { properties, fields: 'tabColorStyle' } });
    expect(lire(e, 'sheets.properties')).toMatchObject({
      sheets: [{ properties: { title: 'Devis', tabColorStyle: { rgbColor: { red: 1 } } } }, {}],
    });
    expect(JSON.stringify(lire(e, 'sheets.properties.hidden'))).not.toContain('true');
  });

  it('ôter un onglet ôte ses métadonnées et rend muettes ses plages nommées', () => {
    const e = classeur();
    const md = { metadataKey: 'k', visibility: 'DOCUMENT', location: { sheetId: 7 } };
    ecrire(
      e,
      { createDeveloperMetadata: { developerMetadata: md } },
      { addNamedRange: { namedRange: { name: 'z', range: plage(0, 1, 0, 1, 7) } } },
      { deleteSheet: { sheetId: 7 } },
    );
    expect(lire(e, 'namedRanges,sheets.developerMetadata')).toEqual({ sheets: [{}] });
  });
});

describe('tables', () => {
  const condition = { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'Signé' }] };
  const colonnes = [
    {
      columnIndex: 1,
      columnName: 'Statut',
      columnType: 'DROPDOWN',
      dataValidationRule: { condition },
    },
    { columnIndex: 2, columnType: 'DOUBLE' },
  ];
  const table = {
    name: 'Devis',
    tableId: 't',
    range: plage(0, 4, 0, 3),
    columnProperties: colonnes,
  };
  const avecTable = () => {
    const e = classeur([['N°', 'Ancien', null]]);
    ecrire(e, { addTable: { table } });
    return e;
  };
  const lue = (e: ReturnType<typeof classeur>) =>
    lire<{ sheets: { tables?: { range: object; columnProperties: object[] }[] }[] }>(
      e,
      'sheets.tables',
    ).sheets[0]?.tables?.[0];

  it('l’en-tête et les noms de colonnes ne font qu’un', () => {
    const e = avecTable();
    expect(e.contenu(ID, 'Devis')).toEqual([['N°', 'Statut', 'Column 3']]);
    ecrire(e, {
      updateCells: {
        range: plage(0, 1, 2, 3),
        rows: rangees([['Montant']]),
        fields: 'userEnteredValue',
      },
    });
    expect(lue(e)?.columnProperties).toMatchObject([
      { columnName: 'N°' },
      { columnIndex: 1, columnName: 'Statut', columnType: 'DROPDOWN' },
      { columnIndex: 2, columnName: 'Montant', columnType: 'DOUBLE' },
    ]);
  });

  it('ajouter sous la table ne l’agrandit pas', () => {
    const e = avecTable();
    const rows = rangees([['1'], ['2'], ['3'], ['4']]);
    ecrire(e, { appendCells: { sheetId: 0, rows, fields: 'userEnteredValue' } });
    expect(lue(e)?.range).toMatchObject({ endRowIndex: 4 });
    const agrandie = { tableId: 't', range: plage(0, 5, 0, 3) };
    ecrire(e, { updateTable: { table: agrandie, fields: 'range' } });
    expect(lue(e)?.range).toMatchObject({ endRowIndex: 5 });
    expect(lue(e)?.columnProperties[2]).toMatchObject({ columnType: 'DOUBLE' });
  });

  it.each([
    ['une validation', { setDataValidation: { range: plage(1, 3, 1, 2) } }],
    [
      'un format de nombre',
      {
        repeatCell: {
          range: plage(1, 3, 0, 3),
          cell: { userEnteredFormat: { numberFormat: { type: 'DATE' } } },
          fields: 'userEnteredFormat.numberFormat',
        },
      },
    ],
  ])('%s sur une colonne typée est refusée', (_, requete) => {
    expect(() => ecrire(avecTable(), requete)).toThrow(
      'This operation is not allowed on cells in typed columns.',
    );
  });

  it('la couleur ou la valeur d’une colonne typée se changent, comme l’en-tête et les colonnes libres', () => {
    const e = avecTable();
    ecrire(
      e,
      {
        repeatCell: {
          range: plage(1, 3, 1, 2),
          cell: cellule('Signé'),
          fields: 'userEnteredValue',
        },
      },
      { setDataValidation: { range: plage(1, 3, 0, 1) } },
      { setDataValidation: { range: plage(0, 1, 0, 3) } },
    );
    expect(e.contenu(ID, 'Devis')[1]).toEqual(['', 'Signé']);
  });

  it('deux tables ne se recouvrent pas, ni ne portent le même nom', () => {
    const e = avecTable();
    const autre = (name: string, range: object) => ({ addTable: { table: { name, range } } });
    expect(() => ecrire(e, autre('T2', plage(3, 6, 2, 5)))).toThrow('overlaps another table');
    expect(() => ecrire(e, autre('DEVIS', plage(5, 6, 0, 1)))).toThrow('already exists');
    ecrire(e, { deleteTable: { tableId: 't' } }, autre('Devis', plage(0, 2, 0, 2)));
  });

  it('le filtre d’une table prend sa plage', () => {
    const e = avecTable();
    ecrire(e, { setBasicFilter: { filter: { tableId: 't' } } });
    expect(lire(e, 'sheets.basicFilter.range.endRowIndex')).toMatchObject({
      sheets: [{ basicFilter: { range: { endRowIndex: 4 } } }, {}],
    });
    ecrire(e, { clearBasicFilter: { sheetId: 0 } });
    expect(lire(e, 'sheets.basicFilter')).toEqual({ sheets: [{}, {}] });
  });
});
