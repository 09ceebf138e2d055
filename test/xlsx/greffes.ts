import { unzipSync, zipSync, strToU8, strFromU8 } from 'fflate';

const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const P = 'http://schemas.openxmlformats.org/package/2006/relationships';
const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DESSIN = 'http://schemas.openxmlformats.org/drawingml/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument';

/** Le plus petit PNG : un point. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

const liens = (...l: [id: string, type: string, cible: string][]): string =>
  `<Relationships xmlns="${P}">${l.map(([id, t, c]) => `<Relationship Id="${id}" Type="${R}/${t}" Target="${c}"/>`).join('')}</Relationships>`;

/**
 * Ajoute ce qu'openpyxl ne sait pas faire : une image et un tableau croisé dans le dernier onglet,
 * une chaîne de calcul, des macros.
 */
export function greffer(octets: Uint8Array): Uint8Array {
  const p = unzipSync(octets);
  const changer = (nom: string, f: (xml: string) => string): void => {
    p[nom] = strToU8(f(strFromU8(p[nom] ?? new Uint8Array())));
  };
  const poser = (nom: string, contenu: string | Uint8Array): void => {
    p[nom] = typeof contenu === 'string' ? strToU8(contenu) : Uint8Array.from(contenu);
  };
  const feuilles = Object.keys(p).filter((n) => /^xl\/worksheets\/sheet\d+\.xml$/.test(n));
  const n = feuilles.length;
  changer(`xl/worksheets/sheet${n}.xml`, (x) =>
    x.replace('</worksheet>', `<drawing xmlns:r="${R}" r:id="rIdImage"/></worksheet>`),
  );
  poser(
    `xl/worksheets/_rels/sheet${n}.xml.rels`,
    liens(
      ['rIdImage', 'drawing', '../drawings/drawing9.xml'],
      ['rIdCroise', 'pivotTable', '../pivotTables/pivotTable1.xml'],
    ),
  );
  poser(
    'xl/drawings/drawing9.xml',
    `<xdr:wsDr xmlns:xdr="${DESSIN}/spreadsheetDrawing" xmlns:a="${DESSIN}/main" xmlns:r="${R}"><xdr:oneCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>1</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="95250" cy="95250"/><xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="Logo"/><xdr:cNvPicPr/></xdr:nvPicPr><xdr:blipFill><a:blip r:embed="rId1"/><a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:prstGeom prst="rect"/></xdr:spPr></xdr:pic><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>`,
  );
  poser('xl/drawings/_rels/drawing9.xml.rels', liens(['rId1', 'image', '../media/logo.png']));
  poser('xl/media/logo.png', PNG);
  poser(
    'xl/pivotTables/pivotTable1.xml',
    `<pivotTableDefinition xmlns="${S}" name="Croisé" cacheId="7" dataCaption="Valeurs" applyNumberFormats="0" applyBorderFormats="0" applyFontFormats="0" applyPatternFormats="0" applyAlignmentFormats="0" applyWidthHeightFormats="1"><location ref="E3:F5" firstHeaderRow="1" firstDataRow="1" firstDataCol="1"/><pivotFields count="1"><pivotField axis="axisRow" showAll="0"><items count="1"><item t="default"/></items></pivotField></pivotFields><rowFields count="1"><field x="0"/></rowFields></pivotTableDefinition>`,
  );
  poser(
    'xl/pivotTables/_rels/pivotTable1.xml.rels',
    liens(['rId1', 'pivotCacheDefinition', '../pivotCache/pivotCacheDefinition1.xml']),
  );
  poser(
    'xl/pivotCache/pivotCacheDefinition1.xml',
    `<pivotCacheDefinition xmlns="${S}" xmlns:r="${R}" r:id="rId1" refreshOnLoad="1" recordCount="0"><cacheSource type="worksheet"><worksheetSource ref="A1:A3" sheet="Devis"/></cacheSource><cacheFields count="1"><cacheField name="N°" numFmtId="0"><sharedItems/></cacheField></cacheFields></pivotCacheDefinition>`,
  );
  poser(
    'xl/pivotCache/_rels/pivotCacheDefinition1.xml.rels',
    liens(['rId1', 'pivotCacheRecords', 'pivotCacheRecords1.xml']),
  );
  poser('xl/pivotCache/pivotCacheRecords1.xml', `<pivotCacheRecords xmlns="${S}" count="0"/>`);
  poser('xl/calcChain.xml', `<calcChain xmlns="${S}"><c r="B1" i="1"/></calcChain>`);
  poser('xl/vbaProject.bin', new Uint8Array([0xd0, 0xcf, 1, 2, 3]));
  changer('xl/_rels/workbook.xml.rels', (x) =>
    x.replace(
      '</Relationships>',
      `<Relationship Id="rIdCache" Type="${R}/pivotCacheDefinition" Target="/xl/pivotCache/pivotCacheDefinition1.xml"/><Relationship Id="rIdCalc" Type="${R}/calcChain" Target="calcChain.xml"/></Relationships>`,
    ),
  );
  changer('xl/workbook.xml', (x) =>
    x.replace(
      '</workbook>',
      `<pivotCaches xmlns:r="${R}"><pivotCache cacheId="7" r:id="rIdCache"/></pivotCaches></workbook>`,
    ),
  );
  const type = (partie: string, t: string): string =>
    `<Override PartName="/xl/${partie}" ContentType="${t}"/>`;
  changer('[Content_Types].xml', (x) =>
    x
      .replace(
        '<Default ',
        '<Default Extension="png" ContentType="image/png"/><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default ',
      )
      .replace(
        '</Types>',
        type('drawings/drawing9.xml', `${TYPE}.drawing+xml`) +
          type('pivotTables/pivotTable1.xml', `${TYPE}.spreadsheetml.pivotTable+xml`) +
          type(
            'pivotCache/pivotCacheDefinition1.xml',
            `${TYPE}.spreadsheetml.pivotCacheDefinition+xml`,
          ) +
          type('pivotCache/pivotCacheRecords1.xml', `${TYPE}.spreadsheetml.pivotCacheRecords+xml`) +
          type('calcChain.xml', `${TYPE}.spreadsheetml.calcChain+xml`) +
          '</Types>',
      ),
  );
  return zipSync(p);
}
