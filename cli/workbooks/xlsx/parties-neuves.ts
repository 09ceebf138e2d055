import type { Genre } from '../../../src/classeur/colonne';
import { FORMATS } from './formats';
import { echapperXml } from './xml-texte';

/** Les petites parties d'un classeur neuf, sans ses feuilles. */

const EN_TETE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PRINCIPAL = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const LIENS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PAQUET = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export const DEBUT_FEUILLE = `${EN_TETE}<worksheet xmlns="${PRINCIPAL}">`;

/** Style de l'en-tête, puis un style par genre. */
export const STYLE_ENTETE = 1;
const GENRES_STYLES: readonly Genre[] = [...(Object.keys(FORMATS) as Genre[]), 'long'];
const STYLES = new Map(GENRES_STYLES.map((genre, i) => [genre, i + 2]));

export const styleDuGenre = (genre: Genre): number => STYLES.get(genre) ?? 0;

const type = (partie: string, sorte: string): string =>
  `<Override PartName="/xl/${partie}" ContentType="${TYPE}.${sorte}+xml"/>`;

export function partiesNeuves(onglets: readonly string[]): [nom: string, xml: string][] {
  const numeros = onglets.map((_, i) => i + 1);
  const lien = (id: number, type: string, cible: string): string =>
    `<Relationship Id="rId${id}" Type="${LIENS}/${type}" Target="${cible}"/>`;
  const feuilles = onglets.map(
    (nom, i) => `<sheet name="${echapperXml(nom)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return [
    [
      '[Content_Types].xml',
      `${EN_TETE}<Types xmlns="${PAQUET}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
        type('workbook.xml', 'sheet.main') +
        type('styles.xml', 'styles') +
        `${numeros.map((n) => type(`worksheets/sheet${n}.xml`, 'worksheet')).join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${EN_TETE}<Relationships xmlns="${PAQUET}/relationships">${lien(1, 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    ],
    [
      'xl/workbook.xml',
      `${EN_TETE}<workbook xmlns="${PRINCIPAL}" xmlns:r="${LIENS}"><bookViews><workbookView/></bookViews><sheets>${feuilles.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${EN_TETE}<Relationships xmlns="${PAQUET}/relationships">` +
        numeros.map((n) => lien(n, 'worksheet', `worksheets/sheet${n}.xml`)).join('') +
        `${lien(onglets.length + 1, 'styles', 'styles.xml')}</Relationships>`,
    ],
    ['xl/styles.xml', stylesNeufs()],
  ];
}

const xf = (suite: string): string => `<xf borderId="0" xfId="0" ${suite}`;

function stylesNeufs(): string {
  const formats = GENRES_STYLES.map((genre, i) => [FORMATS[genre], 164 + i] as const);
  const numFmts = formats.flatMap(([code, id]) =>
    code === undefined ? [] : [`<numFmt numFmtId="${id}" formatCode="${echapperXml(code)}"/>`],
  );
  const cellules = [
    xf('numFmtId="0" fontId="0" fillId="0"/>'),
    xf('numFmtId="0" fontId="1" fillId="0" applyFont="1"/>'),
    ...formats.map(([code, id]) =>
      code === undefined
        ? xf(
            'numFmtId="0" fontId="0" fillId="0" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>',
          )
        : xf(`numFmtId="${id}" fontId="0" fillId="0" applyNumberFormat="1"/>`),
    ),
  ];
  return (
    `${EN_TETE}<styleSheet xmlns="${PRINCIPAL}"><numFmts count="${numFmts.length}">${numFmts.join('')}</numFmts>` +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${cellules.length}">${cellules.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}
