import { describe, expect, it } from 'vitest';
import { cellule, classeur, ecrire, ID, lire, plage, rangees } from './aides';

const fields = 'userEnteredValue';
const contenu = (e: ReturnType<typeof classeur>, onglet = 'Devis') => e.contenu(ID, onglet);

describe('ajouter à la fin', () => {
  it('après la dernière rangée qui porte une valeur, où qu’elle soit', () => {
    const e = classeur([['N°'], ['DEV-1'], [null, null, null, 'note d’un autre']]);
    ecrire(e, { appendCells: { sheetId: 0, rows: rangees([['DEV-2']]), fields } });
    expect(contenu(e)).toEqual([['N°'], ['DEV-1'], ['', '', '', 'note d’un autre'], ['DEV-2']]);
  });

  it('un aspect, une note ou une validation ne comptent pas pour une valeur', () => {
    const e = classeur([['N°']]);
    const cell = { note: 'n', userEnteredFormat: { horizontalAlignment: 'RIGHT' } };
    ecrire(
      e,
      { repeatCell: { range: plage(1, 5, 0, 2), cell, fields: 'note,userEnteredFormat' } },
      { appendCells: { sheetId: 0, rows: rangees([['DEV-1']]), fields } },
    );
    expect(contenu(e)).toEqual([['N°'], ['DEV-1']]);
    const champs = 'sheets.data.rowData.values(note,userEnteredValue)';
    expect(lire(e, champs, ['Devis!A2'])).toMatchObject({
      sheets: [{ data: [{ rowData: [{ values: [{ note: 'n', ...cellule('DEV-1') }] }] }] }],
    });
  });

  it('la grille grandit s’il le faut, en lignes et en colonnes', () => {
    const e = classeur(Array.from({ length: 10 }, (_, i) => [i]));
    const large = Array.from({ length: 8 }, (_, i) => i);
    ecrire(e, { appendCells: { sheetId: 0, rows: rangees([large]), fields } });
    expect(e.onglets(ID)[0]).toMatchObject({ nbLignes: 11, nbColonnes: 8 });
    expect(contenu(e)[10]).toEqual(large);
  });

  it('deux ajouts d’un même lot se suivent', () => {
    const e = classeur();
    const ajout = (v: string) => ({ appendCells: { sheetId: 0, rows: rangees([[v]]), fields } });
    ecrire(e, ajout('a'), ajout('b'));
    expect(contenu(e)).toEqual([['a'], ['b']]);
  });
});

describe('écrire des cellules', () => {
  const depart = () =>
    classeur([
      ['a', 'b', 'c'],
      ['d', 'e', 'f'],
    ]);

  it('dans une plage, ce qui n’est pas donné est vidé des champs du masque', () => {
    const e = depart();
    ecrire(e, { updateCells: { range: plage(0, 2, 0, 2), rows: rangees([['x']]), fields } });
    expect(contenu(e)).toEqual([
      ['x', '', 'c'],
      ['', '', 'f'],
    ]);
  });

  it('depuis un coin, seules les cellules données changent', () => {
    const e = depart();
    const start = { sheetId: 0, rowIndex: 0, columnIndex: 1 };
    ecrire(e, { updateCells: { start, rows: rangees([['x'], [1, 2]]), fields } });
    expect(contenu(e)).toEqual([
      ['a', 'x', 'c'],
      ['d', 1, 2],
    ]);
  });

  it('une plage ouverte va jusqu’au bord, une plage trop grande est coupée', () => {
    const e = depart();
    const repeter = (range: object, v: string) => ({
      repeatCell: { range, cell: cellule(v), fields },
    });
    ecrire(
      e,
      repeter({ sheetId: 7, startRowIndex: 3, startColumnIndex: 3 }, 'bord'),
      repeter(plage(4, 99, 0, 1, 7), 'coupée'),
    );
    expect(contenu(e, 'Notes d’équipe')).toEqual([
      ...[[], [], []],
      ['', '', '', 'bord'],
      ['coupée', '', '', 'bord'],
    ]);
  });

  it('la validation, la note et l’aspect d’une cellule vivent chacun de leur côté', () => {
    const e = depart();
    const range = plage(0, 1, 0, 1);
    const rule = {
      condition: { type: 'ONE_OF_LIST', values: [{ userEnteredValue: 'a' }] },
      strict: true,
      showCustomUi: true,
    };
    const numberFormat = { type: 'NUMBER', pattern: '0,00' };
    const cell = { note: 'n', userEnteredFormat: { numberFormat } };
    ecrire(
      e,
      { setDataValidation: { range, rule } },
      { repeatCell: { range, cell, fields: 'note,userEnteredFormat.numberFormat' } },
      { updateCells: { range, rows: [], fields } },
    );
    const champs = 'sheets.data.rowData.values(note,dataValidation,userEnteredFormat)';
    const lue = () =>
      lire<{ sheets: { data: { rowData: { values: object[] }[] }[] }[] }>(e, champs, ['Devis!A1'])
        .sheets[0]?.data[0]?.rowData[0]?.values[0];
    expect(lue()).toEqual({ dataValidation: rule, note: 'n', userEnteredFormat: { numberFormat } });
    ecrire(e, { setDataValidation: { range } });
    expect(lue()).toEqual({ note: 'n', userEnteredFormat: { numberFormat } });
  });

  it('supprimer des cellules fait remonter celles du dessous, dans leurs colonnes', () => {
    const e = classeur([
      ['a', 1],
      ['b', 2],
      ['c', 3],
    ]);
    ecrire(e, { deleteRange: { range: plage(0, 1, 0, 1), shiftDimension: 'ROWS' } });
    expect(contenu(e)).toEqual([
      ['b', 1],
      ['c', 2],
      ['', 3],
    ]);
    ecrire(e, { deleteRange: { range: plage(0, 1, 0, 1), shiftDimension: 'COLUMNS' } });
    expect(contenu(e)[0]).toEqual([1]);
  });

  it('fusionner ne garde que le coin ; une fusion ne se coupe pas', () => {
    const e = depart();
    ecrire(e, { mergeCells: { range: plage(0, 2, 0, 2), mergeType: 'MERGE_ALL' } });
    expect(contenu(e)).toEqual([
      ['a', '', 'c'],
      ['', '', 'f'],
    ]);
    expect(() => ecrire(e, { unmergeCells: { range: plage(0, 1, 0, 2) } })).toThrow('merged range');
    ecrire(e, { unmergeCells: { range: plage(0, 2, 0, 3) } });
    expect(lire(e, 'sheets.merges')).toEqual({ sheets: [{}, {}] });
  });

  it('trier : nombres, textes, booléens, puis les vides ; les égales gardent leur ordre', () => {
    const e = classeur([
      ['b', 1],
      [null, 2],
      [3, 3],
      ['a', 4],
      [true, 5],
      ['b', 6],
    ]);
    ecrire(e, {
      sortRange: {
        range: plage(0, 6, 0, 2),
        sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }],
      },
    });
    expect(contenu(e).map((r) => r[1])).toEqual([3, 4, 1, 6, 5, 2]);
  });
});
