import { describe, expect, it } from 'vitest';
import { classeur, dimension, ecrire, ID, lire, plage, rangees, refus } from './aides';
import { Emulateur } from '../../cli/preview/emulateur/emulateur';

describe('lire les valeurs', () => {
  const e = classeur([
    ['N°', 'Montant', null, null],
    [],
    ['DEV-1', 12.5, null, true, null, null],
    [null, null],
  ]);
  const lues = (plages: string[]) =>
    (e.executer({ methode: 'batchGet', id: ID, plages }) as { valueRanges: object[] }).valueRanges;

  it('les cases vides de la fin sont ôtées, celles du milieu sont des textes vides', () => {
    expect(lues(['Devis'])).toEqual([
      {
        range: 'Devis!A1:F10',
        majorDimension: 'ROWS',
        values: [['N°', 'Montant'], [], ['DEV-1', 12.5, '', true]],
      },
    ]);
  });

  it.each([
    ["'Notes d’équipe'", "'Notes d’équipe'!A1:D5", undefined],
    ['devis!A1', 'Devis!A1', [['N°']]],
    ['Devis!B1:B3', 'Devis!B1:B3', [['Montant'], [], [12.5]]],
    ['Devis!C:D', 'Devis!C1:D10', [[], [], ['', true]]],
    ['Devis!A3:Z99', 'Devis!A3:F10', [['DEV-1', 12.5, '', true]]],
    ['A1', 'Devis!A1', [['N°']]],
  ])('%s', (demandee, range, values) => {
    expect(lues([demandee])).toEqual([
      { range, majorDimension: 'ROWS', ...(values ? { values } : {}) },
    ]);
  });

  it.each([
    ['Inconnu!A1', 'Unable to parse range: Inconnu!A1'],
    ['Devis!A11', 'Range (Devis!A11) exceeds grid limits. Max rows: 10, max columns: 6'],
    ['Devis!G1:H2', 'Range (Devis!G1:H2) exceeds grid limits. Max rows: 10, max columns: 6'],
    ['Devis!A12:B', 'Range (Devis!A12:B) exceeds grid limits. Max rows: 10, max columns: 6'],
  ])('%s est refusée : %s', (demandee, message) => {
    expect(refus(() => lues([demandee]))).toBe(message);
  });

  it('une plage nommée se lit par son nom', () => {
    ecrire(e, { addNamedRange: { namedRange: { name: 'montants', range: plage(0, 3, 1, 2) } } });
    expect(lues(['montants'])).toMatchObject([{ range: 'Devis!B1:B3' }]);
  });

  it('une formule vaut son résultat connu ; sans lui, ou mal séparée, elle est en erreur', () => {
    const f = new Emulateur();
    f.creer(ID, {
      properties: { locale: 'fr_FR' },
      sheets: [
        {
          properties: { title: 'Devis' },
          data: [
            {
              rowData: [
                {
                  values: [
                    {
                      userEnteredValue: { formulaValue: '=1+1' },
                      effectiveValue: { numberValue: 2 },
                    },
                    { userEnteredValue: { formulaValue: '=NOW()' } },
                  ],
                },
              ],
            },
          ],
        },
      ],
    });
    const ajouter = (formulaValue: string) => ({
      values: [{ userEnteredValue: { formulaValue } }],
    });
    ecrire(f, {
      appendCells: {
        sheetId: 0,
        rows: ['=SUM(A1,A2)', '=IF(A1="a,b";1,5;2)', '=A1*1.5'].map(ajouter),
        fields: 'userEnteredValue',
      },
    });
    expect(f.contenu(ID, 'Devis')).toEqual([[2, '#ERROR!'], ['#ERROR!'], ['#ERROR!'], ['#ERROR!']]);
  });

  it('le texte « =… » reste du texte', () => {
    const f = classeur();
    const values = [{ userEnteredValue: { stringValue: '=IMPORTXML("x")' } }];
    ecrire(f, { appendCells: { sheetId: 0, rows: [{ values }], fields: 'userEnteredValue' } });
    expect(f.contenu(ID, 'Devis')).toEqual([['=IMPORTXML("x")']]);
  });
});

describe('lire le classeur', () => {
  it('le sheetId 0 est écrit dans les propriétés, jamais dans une plage', () => {
    const e = classeur();
    ecrire(
      e,
      { addNamedRange: { namedRange: { name: 'ici', range: plage(0, 1, 0, 1) } } },
      { addNamedRange: { namedRange: { name: 'la', range: plage(0, 1, 0, 1, 7) } } },
    );
    expect(lire(e, 'namedRanges(name,range.sheetId),sheets.properties(sheetId,index)')).toEqual({
      namedRanges: [
        { name: 'ici', range: {} },
        { name: 'la', range: { sheetId: 7 } },
      ],
      sheets: [{ properties: { sheetId: 0, index: 0 } }, { properties: { sheetId: 7, index: 1 } }],
    });
  });

  it('chaque métadonnée se lit là où elle est accrochée', () => {
    const e = classeur();
    const poser = (metadataKey: string, location: object) => ({
      createDeveloperMetadata: {
        developerMetadata: { metadataKey, metadataValue: 'v', visibility: 'DOCUMENT', location },
      },
    });
    ecrire(
      e,
      poser('classeur', { spreadsheet: true }),
      poser('onglet', { sheetId: 0 }),
      poser('colonne', { dimensionRange: dimension('COLUMNS', 2, 3) }),
    );
    const cle = 'developerMetadata.metadataKey';
    expect(lire(e, `${cle},sheets(${cle},data.columnMetadata.${cle})`)).toEqual({
      developerMetadata: [{ metadataKey: 'classeur' }],
      sheets: [
        {
          developerMetadata: [{ metadataKey: 'onglet' }],
          data: [
            {
              columnMetadata: [
                ...[{}, {}],
                { developerMetadata: [{ metadataKey: 'colonne' }] },
                ...[{}, {}, {}],
              ],
            },
          ],
        },
        { data: [{ columnMetadata: [{}, {}, {}, {}] }] },
      ],
    });
  });

  it('avec des plages, seules leurs feuilles et leurs cellules sont rendues', () => {
    const e = classeur([
      ['a', 'b'],
      ['c', 'd'],
    ]);
    const champs =
      'sheets(properties.title,data(startRow,startColumn,rowData.values.effectiveValue))';
    expect(lire(e, champs, ['Devis!B2:C9', 'Devis!A1'])).toEqual({
      sheets: [
        {
          properties: { title: 'Devis' },
          data: [
            {
              startRow: 1,
              startColumn: 1,
              rowData: [{ values: [{ effectiveValue: { stringValue: 'd' } }] }],
            },
            { rowData: [{ values: [{ effectiveValue: { stringValue: 'a' } }] }] },
          ],
        },
      ],
    });
  });

  it('ce qui est rendu après l’écriture est ce que l’on relirait', () => {
    const e = classeur();
    const reponse = e.executer({
      methode: 'batchUpdate',
      id: ID,
      requetes: [
        { updateCells: { range: plage(0, 1, 0, 1), rows: rangees([['x']]), fields: '*' } },
      ],
      rendre: ['Devis!A1'],
    }) as { updatedSpreadsheet: object };
    expect(reponse.updatedSpreadsheet).toEqual(lire(e, '*', ['Devis!A1']));
  });

  it('un classeur inconnu est un 404', () => {
    const e = classeur();
    expect(() => e.executer({ methode: 'batchGet', id: 'autre', plages: [] })).toThrow(
      expect.objectContaining({ statut: 404 }),
    );
  });
});
