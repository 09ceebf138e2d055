import { describe, expect, it } from 'vitest';
import { classeur, ecrire, ID, lire, plage, refus } from './aides';
import { fusionner, lireMasque, projeter } from '../../cli/preview/emulateur/schema/masque';

describe('masques de champs', () => {
  const objet = { a: 1 } as const;
  it.each([
    ['spreadsheetId', { spreadsheetId: 'X' }],
    [
      '*',
      { spreadsheetId: 'X', properties: { title: 't', locale: 'fr' }, sheets: [{ merges: [] }] },
    ],
    ['properties.title', { properties: { title: 't' } }],
    ['properties(title,locale)', { properties: { title: 't', locale: 'fr' } }],
    ['properties.title,properties.locale', { properties: { title: 't', locale: 'fr' } }],
    ['properties.*', { properties: { title: 't', locale: 'fr' } }],
    ['sheets.merges', { sheets: [{ merges: [] }] }],
    [' spreadsheetId , properties ( title ) ', { spreadsheetId: 'X', properties: { title: 't' } }],
  ])('%s', (masque, attendu) => {
    const json = {
      spreadsheetId: 'X',
      properties: { title: 't', locale: 'fr' },
      sheets: [{ merges: [] }],
    };
    expect(projeter(json, lireMasque(masque, 'Spreadsheet'))).toEqual(attendu);
  });

  it.each([
    ['sheets.titre', "Cannot find matching fields for path 'sheets.titre'."],
    ['sheets(properties(sheetId,nom))', "path 'sheets.properties.nom'"],
    ['sheets.properties.title.x', "path 'sheets.properties.title.x'"],
    ['sheets(', 'Invalid field selection sheets('],
    ['sheets)', 'Invalid field selection sheets)'],
    ['', 'Invalid field selection'],
    ['sheets,,namedRanges', 'Invalid field selection'],
  ])('get refuse %s', (champs, message) => {
    expect(refus(() => lire(classeur(), champs))).toContain(message);
  });

  it('une mise à jour garde ce que le masque ne désigne pas, efface ce qui manque', () => {
    const ancien = {
      note: 'n',
      userEnteredFormat: { numberFormat: { type: 'DATE' }, padding: {} },
    };
    const masque = lireMasque('userEnteredFormat.numberFormat,note', 'CellData');
    expect(fusionner<object>(ancien, {}, masque)).toEqual({ userEnteredFormat: { padding: {} } });
    expect(fusionner<object>(ancien, objet, null)).toBe(objet);
  });

  it('une écriture sans masque, ou d’un masque inconnu, est refusée', () => {
    const e = classeur();
    const repeter = (fields?: string) =>
      refus(() => ecrire(e, { repeatCell: { range: plage(0, 1, 0, 1), cell: {}, fields } }));
    expect(repeter()).toMatch(
      /^Invalid requests\[0\]\.repeatCell: At least one field must be listed/,
    );
    expect(repeter('valeur')).toBe('Invalid requests[0].repeatCell: Invalid field: valeur');
    expect(repeter('effectiveValue')).toContain('read-only');
    expect(repeter('userEnteredFormat(numberFormat,padding)')).toBeNull();
  });

  it('sans masque, tout est rendu sauf les cellules', () => {
    const e = classeur([['a']]);
    const sans = e.executer({ methode: 'get', id: ID, champs: null }) as { sheets: object[] };
    expect(sans.sheets[0]).toHaveProperty('properties');
    expect(sans.sheets[0]).not.toHaveProperty('data');
    expect(lire<{ sheets: object[] }>(e, '*').sheets[0]).toHaveProperty('data');
  });
});
