import { describe, expect, it } from 'vitest';
import { estFormatDate } from '../../cli/workbooks/xlsx/formats';
import { etendreSqref, etendreTable, lirePlage, rangDe } from '../../cli/workbooks/xlsx/plages';
import { retirerElement, retoucherClasseur } from '../../cli/workbooks/xlsx/partie-classeur';
import { versOctets } from '../../cli/workbooks/xlsx/xml-texte';

describe('un format de nombre montre-t-il une date ?', () => {
  it.each<[number, string | undefined, boolean]>([
    [0, undefined, false],
    [14, undefined, true],
    [22, undefined, true],
    [23, undefined, false],
    [31, undefined, true],
    [44, undefined, false],
    [46, undefined, true],
    [48, undefined, false],
    [49, undefined, false],
    [164, 'dd/mm/yyyy', true],
    [164, '[$-40C]mmm\\-yy;@', true],
    [164, '[hh]:mm', true],
    [164, '#,##0.00 "jours"', false],
    [164, '0.00\\d', false],
    [164, '[Red]0;[Blue]-0', false],
    [164, 'General', false],
    [164, '0_d', false],
    [164, '"le "dd', true],
  ])('%s %s → %s', (id, code, attendu) => {
    expect(estFormatDate(id, code)).toBe(attendu);
  });
});

describe('plages', () => {
  it.each([
    ['A', 0],
    ['Z9', 25],
    ['AA1', 26],
    ['$XFD$1', 16383],
    ['1', -1],
  ])('%s : rang %i', (adresse, rang) => {
    expect(rangDe(adresse)).toBe(rang);
  });
  it.each<[string, string]>([
    ['A1:C5', 'A1:C9'],
    ['A1:C7', 'A1:C9'],
    ['A1:C4', 'A1:C4'],
    ['A1:C9', 'A1:C9'],
    ['A6:C9', 'A6:C9'],
    ['A:C', 'A:C'],
  ])('table %s, données de 5 à 9 lignes → %s', (avant, apres) => {
    expect(etendreTable(avant, { avant: 5, apres: 9 })).toBe(apres);
  });
  it.each<[string, string]>([
    ['A2:A5', 'A2:A9'],
    ['A5', 'A5'],
    ['A2:A4 B3:B5', 'A2:A4 B3:B9'],
    ['A:A', 'A:A'],
  ])('mise en forme %s → %s', (avant, apres) => {
    expect(etendreSqref(avant, { avant: 5, apres: 9 })).toBe(apres);
  });
  it('rien à étendre dans un onglet encore vide', () => {
    expect(etendreSqref('A1', { avant: 1, apres: 2 })).toBe('A1');
    expect(etendreSqref('A2', { avant: 2, apres: 3 })).toBe('A2:A3');
    expect(lirePlage('Z')).toBeNull();
  });
  it('ce qui s’arrêtait aux dernières données supprimées s’arrête à celles qui restent', () => {
    const retrait = { avant: 5, apres: 3 };
    expect(etendreSqref('A2:A5 C2:C9 B5', retrait)).toBe('A2:A3 C2:C9 B5');
    expect(etendreSqref('A2:A5', { avant: 5, apres: 1 })).toBe('A2');
    expect(etendreTable('A1:C5', retrait)).toBe('A1:C3');
    expect(etendreTable('A1:C9', retrait)).toBe('A1:C9');
    expect(etendreTable('A1:C5', { avant: 5, apres: 1 })).toBe('A1:C2');
  });
});

describe('workbook.xml', () => {
  it.each([
    [
      '<workbook><sheets/></workbook>',
      '<workbook><sheets/><calcPr fullCalcOnLoad="1"/></workbook>',
    ],
    [
      '<x:workbook><x:sheets></x:sheets><x:definedNames></x:definedNames></x:workbook>',
      '<x:workbook><x:sheets></x:sheets><x:definedNames></x:definedNames><x:calcPr fullCalcOnLoad="1"/></x:workbook>',
    ],
    [
      '<workbook><sheets/><calcPr calcId="1"/></workbook>',
      '<workbook><sheets/><calcPr calcId="1" fullCalcOnLoad="1"/></workbook>',
    ],
    [
      '<workbook><sheets/><calcPr fullCalcOnLoad="0"></calcPr></workbook>',
      '<workbook><sheets/><calcPr fullCalcOnLoad="1"></calcPr></workbook>',
    ],
  ])('%s demande le recalcul', (avant, apres) => {
    expect(retoucherClasseur(avant, new Map())).toBe(apres);
    expect(retoucherClasseur(apres, new Map())).toBe(apres);
  });
  it('seul le filtre de l’onglet qui a grandi s’étend', () => {
    const nom = (rang: number, plage: string): string =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${rang}">'L''été'!${plage}</definedName>`;
    const xml = (un: string): string =>
      `<workbook><definedNames>${nom(0, '$A$1:$C$5')}${nom(1, un)}<definedName name="x">A$1</definedName></definedNames><calcPr fullCalcOnLoad="1"/></workbook>`;
    const croissances = new Map([[1, { avant: 5, apres: 12 }]]);
    expect(retoucherClasseur(xml('$A$1:$AC$5'), croissances)).toBe(xml('$A$1:$AC$12'));
    expect(retoucherClasseur(xml('$A$1:$AC$20'), croissances)).toBe(xml('$A$1:$AC$20'));
  });
  it('retire un élément, et lui seul', () => {
    expect(retirerElement('<a><b i="1"/><b i="2"></b><c i="2"/></a>', 'b', 'i', '2')).toBe(
      '<a><b i="1"/><c i="2"/></a>',
    );
  });
});

it('une partie en UTF-16 se lit', () => {
  expect(versOctets(Buffer.from('\ufeff<a>é</a>', 'utf16le'))).toBe(
    Buffer.from('<a>é</a>').toString('latin1'),
  );
});
