import { describe, expect, it } from 'vitest';
import type { CelluleBrute } from '../../src/classeur/source';
import { ClasseurXlsx } from '../../cli/workbooks/xlsx/classeur-xlsx';
import { classeurALaMain, type Parties } from './a-la-main';

function lire(p: Parties): readonly { ligne: number; cellules: readonly CelluleBrute[] }[] {
  return [...ClasseurXlsx.ouvrir(classeurALaMain(p), 'c.xlsx').source().lignes('Devis')];
}
const cellule = (xml: string, p: Omit<Parties, 'feuille'> = {}): CelluleBrute =>
  lire({ ...p, feuille: `<row r="2">${xml}</row>` })[0]?.cellules[0];

describe('une cellule, sous toutes ses formes', () => {
  const CHAINES =
    '<si><t>un</t></si><si><r><t>ri</t></r><r><rPr><b/></rPr><t xml:space="preserve">che </t></r></si>' +
    '<si><t>漢</t><rPh sb="0" eb="1"><t>かん</t></rPh></si><si/><si><t/></si><si><t><![CDATA[a<b&c]]></t></si>';
  it.each<[string, string, CelluleBrute]>([
    ['nombre', '<c r="A2"><v>12.5</v></c>', 12.5],
    ['nombre en notation scientifique', '<c r="A2"><v>1.5E-3</v></c>', 0.0015],
    ['chaîne partagée', '<c r="A2" t="s"><v>0</v></c>', 'un'],
    ['chaîne enrichie', '<c r="A2" t="s"><v>1</v></c>', 'riche '],
    ['lecture phonétique ôtée', '<c r="A2" t="s"><v>2</v></c>', '漢'],
    ['chaîne partagée vide', '<c r="A2" t="s"><v>3</v></c>', ''],
    ['texte vide', '<c r="A2" t="s"><v>4</v></c>', ''],
    ['CDATA', '<c r="A2" t="s"><v>5</v></c>', 'a<b&c'],
    ['chaîne partagée absente', '<c r="A2" t="s"><v>99</v></c>', { erreur: 'chaîne manquante' }],
    [
      'texte en ligne',
      '<c r="A2" t="inlineStr"><is><t>été &amp; &#x20AC;&#233;</t></is></c>',
      'été & €é',
    ],
    [
      'texte en ligne enrichi',
      '<c r="A2" t="inlineStr"><is><r><t>a</t></r><r><t>b</t></r></is></c>',
      'ab',
    ],
    ['texte d’une formule', '<c r="A2" t="str"><f>A1</f><v>res</v></c>', 'res'],
    ['formule au texte vide', '<c r="A2" t="str"><f>""</f><v></v></c>', ''],
    ['formule calculée', '<c r="A2"><f>1+1</f><v>2</v></c>', 2],
    ['formule partagée, résultat gardé', '<c r="A2"><f t="shared" si="0"/><v>7</v></c>', 7],
    ['formule non calculée', '<c r="A2"><f>1+1</f></c>', { erreur: 'formule non calculée' }],
    [
      'formule non calculée, openpyxl',
      '<c r="A2"><f>1+1</f><v/></c>',
      { erreur: 'formule non calculée' },
    ],
    ['booléen', '<c r="A2" t="b"><v>1</v></c>', true],
    ['booléen faux', '<c r="A2" t="b"><v>0</v></c>', false],
    ['erreur', '<c r="A2" t="e"><v>#N/A</v></c>', { erreur: '#N/A' }],
    ['date ISO', '<c r="A2" t="d"><v>2026-01-01</v></c>', 46023],
    ['date et heure ISO', '<c r="A2" t="d"><v>2026-01-01T12:00:00Z</v></c>', 46023.5],
    ['date ISO illisible', '<c r="A2" t="d"><v>hier</v></c>', { erreur: 'hier' }],
    ['nombre illisible', '<c r="A2"><v>abc</v></c>', { erreur: 'abc' }],
    ['retour chariot', '<c r="A2" t="inlineStr"><is><t>a_x000D_b</t></is></c>', 'a\rb'],
    [
      'soulignement protégé',
      '<c r="A2" t="inlineStr"><is><t>_x005F_x000D_</t></is></c>',
      '_x000D_',
    ],
    ['fin de ligne normalisée', '<c r="A2" t="inlineStr"><is><t>a\r\nb</t></is></c>', 'a\nb'],
    ['guillemets simples', "<c t='inlineStr' r='A2'><is><t>x</t></is></c>", 'x'],
    ['chevron dans un attribut', '<c r="A2" x="a>b" t="inlineStr"><is><t>x</t></is></c>', 'x'],
    ['commentaire et instruction', '<!-- <c r="A2"> --><?x y?><c r="A2"><!-- 1 --><v>3</v></c>', 3],
    ['extension après la valeur', '<c r="A2"><v>3</v><extLst><ext><v>9</v></ext></extLst></c>', 3],
    ['date : numéro de série', '<c r="A2" s="1"><v>46023</v></c>', 46023],
  ])('%s', (_, xml, attendu) => {
    expect(cellule(xml, { chaines: CHAINES })).toEqual(attendu);
  });

  it.each([
    ['une date', '<c r="A2" s="1"><v>44561</v></c>', 46023],
    ['une date d’un format maison', '<c r="A2" s="2"><v>44561</v></c>', 46023],
    ['un nombre', '<c r="A2"><v>44561</v></c>', 44561],
  ])('système 1904 : %s', (_, xml, attendu) => {
    expect(cellule(xml, { proprietes: '<workbookPr date1904="1"/>' })).toBe(attendu);
  });
});

describe('lignes', () => {
  it('les adresses tues suivent la précédente, les vides ne comptent pas', () => {
    const lues = lire({
      feuille:
        '<row><c><v>1</v></c></row><row><c/><c><v>2</v></c></row><row r="9" spans="1:3"><c r="C9"><v>3</v></c><c><v>4</v></c></row><row r="12"/><row r="13"><c r="A13" s="1"/></row>',
    });
    expect(lues).toEqual([
      { ligne: 2, cellules: [undefined, 2] },
      { ligne: 9, cellules: [undefined, undefined, 3, 4] },
    ]);
  });

  it('préfixes d’espace de noms', () => {
    const feuille =
      '<?xml version="1.0"?><x:worksheet xmlns:x="s"><x:sheetData><x:row r="2"><x:c r="A2" t="inlineStr"><x:is><x:t>ok</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    expect(lire({ feuille })[0]?.cellules).toEqual(['ok']);
  });

  it('feuille sans ligne', () => {
    const feuille = '<?xml version="1.0"?><worksheet><sheetData/></worksheet>';
    expect(lire({ feuille })).toEqual([]);
  });

  it.each([
    [
      'coupée dans une cellule',
      '<?xml version="1.0"?><worksheet><sheetData><row r="2"><c r="A2"><v>1',
    ],
    ['coupée dans une balise', '<?xml version="1.0"?><worksheet><sheetData><row r="2"><c r="A'],
    ['coupée entre deux lignes', '<?xml version="1.0"?><worksheet><sheetData><row r="2"></row>'],
    ['commentaire sans fin', '<?xml version="1.0"?><worksheet><!-- <sheetData>'],
    [
      'à l’attribut sans guillemets',
      '<?xml version="1.0"?><worksheet><sheetData><row r=2></row></sheetData></worksheet>',
    ],
    [
      'à la ligne impossible',
      '<?xml version="1.0"?><worksheet><sheetData><row r="9999999"></row></sheetData></worksheet>',
    ],
    [
      'à la colonne impossible',
      '<?xml version="1.0"?><worksheet><sheetData><row r="2"><c r="ZZZZZ2"/></row></sheetData></worksheet>',
    ],
    ['sans données', '<?xml version="1.0"?><worksheet></worksheet>'],
    [
      'DOCTYPE',
      '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData/></worksheet>',
    ],
  ])('feuille %s : refusée', (_, feuille) => {
    expect(() => lire({ feuille })).toThrow(/abîmé ou incomplet/);
  });
});
