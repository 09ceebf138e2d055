import { GRAPHIQUES } from '../../../../sheets-templates/tableau/graphiques';
import { dessinXml, graphiqueXml } from './graphique-xml';

const LIENS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument';

/** Un numéro que les dessins d'exceljs n'emploient pas. */
const DESSIN = 'drawing900';
const graphique = (i: number): string => `chart${i + 1}`;

const relations = (
  liens: readonly (readonly [id: string, type: string, cible: string])[],
): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="${RELATIONS}">${liens
    .map(
      ([id, type, cible]) => `<Relationship Id="${id}" Type="${LIENS}/${type}" Target="${cible}"/>`,
    )
    .join('')}</Relationships>`;

/** Les parties que les graphiques ajoutent au fichier, pour la feuille `numero`. */
export function partiesDesGraphiques(numero: number): [chemin: string, xml: string][] {
  return [
    [
      `xl/worksheets/_rels/sheet${numero}.xml.rels`,
      relations([['rId1', 'drawing', `../drawings/${DESSIN}.xml`]]),
    ],
    [`xl/drawings/${DESSIN}.xml`, dessinXml(GRAPHIQUES)],
    [
      `xl/drawings/_rels/${DESSIN}.xml.rels`,
      relations(
        GRAPHIQUES.map(
          (_, i) => [`rId${i + 1}`, 'chart', `../charts/${graphique(i)}.xml`] as const,
        ),
      ),
    ],
    ...GRAPHIQUES.map((g, i): [string, string] => [
      `xl/charts/${graphique(i)}.xml`,
      graphiqueXml(g),
    ]),
  ];
}

/** La feuille cite son dessin. */
export const citerDessin = (xml: string): string => {
  const avecLiens = xml.includes('xmlns:r=')
    ? xml
    : xml.replace('<worksheet ', `<worksheet xmlns:r="${LIENS}" `);
  return avecLiens.replace('</worksheet>', '<drawing r:id="rId1"/></worksheet>');
};

export const typesDesGraphiques = (xml: string): string =>
  xml.replace(
    '</Types>',
    `<Override PartName="/xl/drawings/${DESSIN}.xml" ContentType="${TYPE}.drawing+xml"/>${GRAPHIQUES.map(
      (_, i) =>
        `<Override PartName="/xl/charts/${graphique(i)}.xml" ContentType="${TYPE}.drawingml.chart+xml"/>`,
    ).join('')}</Types>`,
  );
