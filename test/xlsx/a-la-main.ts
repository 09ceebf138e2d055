import { strToU8, zipSync } from 'fflate';

/** Classeurs écrits à la main, pour les formes que d'autres programmes donnent au même contenu. */

const S = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const P = 'http://schemas.openxmlformats.org/package/2006';

export interface Parties {
  /** Contenu de `<sheetData>`, ou feuille entière si elle commence par `<?xml`. */
  readonly feuille: string;
  readonly chaines?: string;
  readonly styles?: string;
  readonly proprietes?: string;
  readonly suite?: string;
  readonly autres?: Record<string, string | Uint8Array>;
}

export function classeurALaMain(p: Parties): Buffer {
  const liens = (l: string[][]): string =>
    `<Relationships xmlns="${P}/relationships">${l.map(([t, c], i) => `<Relationship Id="r${i}" Type="${R}/${t}" Target="${c}"/>`).join('')}</Relationships>`;
  const feuille = p.feuille.startsWith('<?xml')
    ? p.feuille
    : `<?xml version="1.0"?><worksheet xmlns="${S}"><sheetData>${p.feuille}</sheetData>${p.suite ?? ''}</worksheet>`;
  const parties: Record<string, Uint8Array> = {
    '[Content_Types].xml': strToU8(`<Types xmlns="${P}/content-types"/>`),
    '_rels/.rels': strToU8(liens([['officeDocument', 'xl/workbook.xml']])),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${S}" xmlns:r="${R}">${p.proprietes ?? ''}<sheets><sheet name="Devis" sheetId="1" r:id="r0"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      liens([
        ['worksheet', '/xl/worksheets/sheet1.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
        ['styles', 'styles.xml'],
      ]),
    ),
    'xl/worksheets/sheet1.xml': strToU8(feuille),
    'xl/sharedStrings.xml': strToU8(`<sst xmlns="${S}">${p.chaines ?? ''}</sst>`),
    'xl/styles.xml': strToU8(
      p.styles ??
        `<styleSheet xmlns="${S}"><numFmts count="1"><numFmt numFmtId="170" formatCode="[$-40C]d\\-mmm;@"/></numFmts><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>`,
    ),
  };
  for (const [nom, contenu] of Object.entries(p.autres ?? {})) {
    parties[nom] = typeof contenu === 'string' ? strToU8(contenu) : contenu;
  }
  return Buffer.from(zipSync(parties));
}
