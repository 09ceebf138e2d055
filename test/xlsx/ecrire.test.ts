import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ajouter, modifier, remplacer, type Changement } from '../../src/classeur/changements';
import { lettreColonne } from '../../src/classeur/source';
import { DEVIS } from '../../src/classeur/tables/devis';
import { ANOMALIES } from '../../src/classeur/tables/anomalies';
import { PARAMETRES } from '../../src/classeur/tables/parametres';
import type { Table } from '../../src/classeur/table';
import { appliquerChangements } from '../../cli/workbooks/xlsx/appliquer-changements';
import { ClasseurXlsx } from '../../cli/workbooks/xlsx/classeur-xlsx';
import { formatDe } from '../../cli/workbooks/xlsx/formats';
import { euros, jour } from '../support/valeurs';
import { classeurALaMain, type Parties } from './a-la-main';

const entete = (table: Table): string =>
  `<row r="1">${Object.values(table.colonnes)
    .map((c, i) => `<c r="${lettreColonne(i)}1" t="inlineStr"><is><t>${c.entete}</t></is></c>`)
    .join('')}</row>`;

/** Applique à un onglet Devis écrit à la main ; rend la feuille et les styles obtenus. */
function appliquer(lignes: string, changements: readonly Changement[], p: Partial<Parties> = {}) {
  const octets = classeurALaMain({ feuille: entete(DEVIS) + lignes, ...p });
  const classeur = ClasseurXlsx.ouvrir(octets, 'c.xlsx');
  const apres = Buffer.concat(appliquerChangements(classeur, changements));
  const parties = unzipSync(apres);
  const feuille = strFromU8(parties['xl/worksheets/sheet1.xml']!);
  return {
    lignes: feuille.replace(/^[\s\S]*?<\/row>/, '').replace(/<\/sheetData>[\s\S]*/, ''),
    suite: feuille.replace(/^[\s\S]*<\/sheetData>/, ''),
    styles: strFromU8(parties['xl/styles.xml']!),
    relu: [...ClasseurXlsx.ouvrir(apres, 'c.xlsx').source().lignes('Devis')],
  };
}
const modif = (ligne: number, apres: object): Changement =>
  ({ type: 'modifier', table: 'devis', ligne, nom: 'D', avant: {}, apres }) as Changement;
const txt = (r: string, t: string, s = ''): string =>
  `<c r="${r}"${s} t="inlineStr"><is><t xml:space="preserve">${t}</t></is></c>`;

describe('modifier ne touche que les cellules nommées', () => {
  it.each<[string, string, object, string]>([
    [
      'garde le style, et le reste de la ligne à l’octet près',
      `<row r="2" ht="30"  spans="1:9"><c r="A2" s="7"><v>1</v></c><c   r='D2'><v>9</v></c></row>`,
      { numero: 'D' },
      `<row r="2" ht="30" >${txt('A2', 'D', ' s="7"')}<c   r='D2'><v>9</v></c></row>`,
    ],
    [
      'insère à sa place',
      '<row r="2"><c r="A2"><v>1</v></c><c r="D2"><v>9</v></c></row>',
      { version: 2, objet: 'x' },
      `<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>2</v></c><c r="D2"><v>9</v></c>${txt('E2', 'x')}</row>`,
    ],
    ['ligne vide', '<row r="2"/>', { version: 2 }, '<row r="2"><c r="B2"><v>2</v></c></row>'],
    [
      'ligne absente, entre deux',
      '<row r="3"/>',
      { version: 2 },
      '<row r="2"><c r="B2"><v>2</v></c></row><row r="3"/>',
    ],
    [
      'vide une cellule et lui laisse son style',
      '<row r="2"><c r="B2" s="5"><v>1</v></c></row>',
      { version: null },
      '<row r="2"><c r="B2" s="5"/></row>',
    ],
    [
      'ôte la formule écrasée',
      '<row r="2"><c r="B2"><f>1+1</f><v>2</v></c></row>',
      { version: 3 },
      '<row r="2"><c r="B2"><v>3</v></c></row>',
    ],
    [
      'un texte n’est jamais une formule',
      '<row r="2"/>',
      { objet: '=HYPERLINK("http://x";"y")' },
      `<row r="2">${txt('E2', '=HYPERLINK(&quot;http://x&quot;;&quot;y&quot;)')}</row>`,
    ],
    [
      'caractères interdits en XML',
      '<row r="2"/>',
      { objet: 'a\u0000\r\n\t_x0041_<&' },
      `<row r="2">${txt('E2', 'a_x0000__x000D_\n\t_x005F_x0041_&lt;&amp;')}</row>`,
    ],
  ])('%s', (_, avant, champs, attendu) => {
    expect(appliquer(avant, [modif(2, champs)]).lignes).toBe(attendu);
  });

  it('une date reçoit un format de date, sur la base du style de la cellule', () => {
    const r = appliquer('<row r="2"><c r="Q2" s="0"><v>1</v></c><c r="R2"/></row>', [
      modif(2, { envoyeLe: jour('2026-01-01') }),
      modif(2, { valideLe: jour('2026-01-02') }),
    ]);
    expect(r.styles).toContain('<numFmts count="2">');
    expect(r.styles).toContain('formatCode="dd/mm/yyyy"');
    expect(r.styles).toContain('<cellXfs count="4">');
    expect(r.lignes).toContain('<c r="Q2" s="3"><v>46023</v></c>');
    expect(r.lignes).toContain('<c r="P2" s="3"><v>46024</v></c>');
  });

  it.each([
    ['sans formats', '', '<numFmts count="1"><numFmt numFmtId="164" '],
    ['aux formats vides', '<numFmts count="0"/>', '<numFmts count="1"><numFmt numFmtId="164" '],
  ])('des styles %s en gagnent un', (_, numFmts, attendu) => {
    const styles = `<styleSheet>${numFmts}<cellXfs count="1"><xf numFmtId="0"><alignment/></xf></cellXfs></styleSheet>`;
    const r = appliquer('', [modif(2, { envoyeLe: jour('2026-01-01') })], { styles });
    expect(r.styles).toBe(
      `<styleSheet>${attendu}formatCode="dd/mm/yyyy"/></numFmts><cellXfs count="2"><xf numFmtId="0"><alignment/></xf><xf numFmtId="164" applyNumberFormat="1"><alignment/></xf></cellXfs></styleSheet>`,
    );
  });

  it('système 1904 : une date s’écrit dans ce système', () => {
    const r = appliquer(
      '<row r="2"><c r="Q2" s="1"/></row>',
      [modif(2, { envoyeLe: jour('2026-01-01') })],
      {
        proprietes: '<workbookPr date1904="1"/>',
      },
    );
    expect(r.lignes).toContain('<c r="Q2" s="1"><v>44561</v></c>');
    expect(r.relu[0]?.cellules[16]).toBe(46023);
  });

  it('préfixe d’espace de noms repris', () => {
    const p = `<?xml version="1.0"?><x:worksheet xmlns:x="s"><x:sheetData>${entete(DEVIS).replace(/<(\/?)/g, '<$1x:')}<x:row r="2"/></x:sheetData></x:worksheet>`;
    const octets = classeurALaMain({ feuille: p });
    const classeur = ClasseurXlsx.ouvrir(octets, 'c.xlsx');
    const apres = unzipSync(
      Buffer.concat(appliquerChangements(classeur, [modif(2, { objet: 'y' })])),
    );
    expect(strFromU8(apres['xl/worksheets/sheet1.xml']!)).toContain(
      '<x:row r="2"><x:c r="E2" t="inlineStr"><x:is><x:t xml:space="preserve">y</x:t></x:is></x:c></x:row>',
    );
  });
});

describe('formules partagées', () => {
  const LIGNES =
    '<row r="2"><c r="H2"><f t="shared" ref="H2:H4" si="3">F2*(1+$G$2)+SUM(F2:F$9)&amp;"F2"</f><v>1</v></c></row>' +
    '<row r="3"><c r="H3"><f t="shared" si="3"/><v>2</v></c></row>' +
    '<row r="4"><c r="H4"><f t="shared" si="3"/><v>3</v></c></row>';
  it('le texte passe, décalé, à la première cellule qui reste', () => {
    const r = appliquer(LIGNES, [modif(2, { montantTtc: euros(5) })]);
    expect(r.lignes).toContain(
      '<c r="H3"><f t="shared" ref="H3:H4" si="3">F3*(1+$G$2)+SUM(F3:F$9)&amp;&quot;F2&quot;</f><v>2</v></c>',
    );
    expect(r.lignes).toContain('<c r="H4"><f t="shared" si="3"/><v>3</v></c>');
    expect(r.relu[0]?.cellules[7]).toBe(5);
  });
  it('écraser une autre cellule ne change rien au texte', () => {
    const r = appliquer(LIGNES, [modif(3, { montantTtc: euros(5) })]);
    expect(r.lignes).toContain('ref="H2:H4" si="3">F2*');
  });
  it('une formule matricielle n’est pas entamée', () => {
    const lignes =
      '<row r="2"><c r="H2"><f t="array" ref="H2:H3">F2:F3</f><v>1</v></c></row><row r="3"><c r="H3"><v>1</v></c></row>';
    expect(() => appliquer(lignes, [modif(3, { montantTtc: euros(5) })])).toThrow(
      /formule matricielle \(H2:H3\)/,
    );
  });
});

describe('ajouter', () => {
  const nouveau = ajouter('devis', { numero: 'N', version: 1, envoyeLe: jour('2026-01-01') });
  it('suit la dernière ligne qui a un contenu, et réemploie les lignes seulement mises en forme', () => {
    const r = appliquer(
      '<row r="2"><c r="A2" s="1"><v>1</v></c></row><row r="3"><c r="A3" s="2"/><c r="B3" t="inlineStr"><is><t> </t></is></c></row><row r="4"><c r="A4" s="2"/></row>',
      [nouveau, nouveau],
    );
    expect(r.relu.map((l) => [l.ligne, l.cellules[0]])).toEqual([
      [2, 1],
      [3, 'N'],
      [4, 'N'],
    ]);
    expect(r.lignes).toContain('<c r="A3" s="2" t="inlineStr">');
  });
  it('prend le style de la ligne précédente, sa hauteur imposée, puis le style de la colonne', () => {
    const p = {
      feuille: `<?xml version="1.0"?><worksheet><cols><col min="2" max="2" style="2"/></cols><sheetData>${entete(DEVIS)}<row r="2" ht="33" customHeight="1"><c r="A2" s="1"><v>1</v></c><c r="E2" s="2"/></row></sheetData></worksheet>`,
    };
    const r = appliquer('', [nouveau], p);
    expect(r.lignes.replace(/<row r="2".*?<\/row>/, '')).toBe(
      `<row r="3" ht="33" customHeight="1">${txt('A3', 'N', ' s="1"')}<c r="B3" s="2"><v>1</v></c><c r="E3" s="2"/><c r="Q3" s="3"><v>46023</v></c></row>`,
    );
  });
  it('une formule tirée d’avance dans une colonne de l’utilisateur ne compte pas, une note si', () => {
    const colonne = (xml: string): number[] =>
      appliquer(`<row r="2"><c r="A2"><v>1</v></c></row><row r="5"><c r="AZ5">${xml}</c></row>`, [
        nouveau,
      ])
        .relu.filter((l) => l.cellules[0] === 'N')
        .map((l) => l.ligne);
    expect(colonne('<f>A5</f><v>0</v>')).toEqual([3]);
    expect(colonne('<v>4</v>')).toEqual([6]);
  });
  it('une formule tirée d’avance dans une colonne du produit y reste si rien ne s’y écrit', () => {
    const tiree = '<c r="H2" t="str"><f>IF(F2="","",F2*1.2)</f><v></v></c>';
    expect(appliquer(`<row r="2">${tiree}</row>`, [nouveau]).lignes).toContain(tiree);
    const r = appliquer(`<row r="2">${tiree}</row>`, [ajouter('devis', { montantTtc: euros(5) })]);
    expect(r.lignes).not.toContain('<f>');
  });
  it('dans un onglet sans aucune ligne de données, et sans balise de fin', () => {
    expect(appliquer('', [nouveau]).relu.map((l) => l.ligne)).toEqual([2]);
  });
  it('étend filtre, mises en forme et validations qui s’arrêtaient aux données', () => {
    const suite =
      '<autoFilter ref="A1:C3"/><conditionalFormatting sqref="A2:A3 C1:C99 E3"/><dataValidations><dataValidation sqref="B2:B3"/></dataValidations><extLst><ext><xm:sqref>D2:D3</xm:sqref></ext></extLst>';
    const r = appliquer(
      '<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>1</v></c></row>',
      [nouveau],
      { suite },
    );
    expect(r.suite).toContain(
      '<autoFilter ref="A1:C4"/><conditionalFormatting sqref="A2:A4 C1:C99 E3"/>',
    );
    expect(r.suite).toContain('sqref="B2:B4"');
    expect(r.suite).toContain('<xm:sqref>D2:D4</xm:sqref>');
  });
  it('un texte trop long est refusé, en disant où', () => {
    const long = ajouter('devis', { objet: 'x'.repeat(32_768) });
    expect(() => appliquer('', [long])).toThrow(/cellule E2 : le texte a 32\s768 caractères/);
  });
  it('un en-tête manquant refuse tout', () => {
    const feuille = entete(DEVIS).replace('Montant HT', 'Montan HT');
    expect(() => appliquer('', [nouveau], { feuille })).toThrow(/« Montan HT » lui ressemble/);
  });
});

describe('remplacer', () => {
  const refaire = (
    table: typeof ANOMALIES | typeof PARAMETRES,
    lignes: string,
    changements: readonly Changement[],
  ) => {
    const octets = classeurALaMain({ feuille: entete(table) + lignes });
    // L'onglet porte le nom « Devis » dans le modèle à la main.
    const p = unzipSync(octets);
    p['xl/workbook.xml'] = Buffer.from(
      strFromU8(p['xl/workbook.xml']!).replace('"Devis"', `"${table.onglet}"`),
    );
    return import('fflate').then(({ zipSync }) => {
      const classeur = ClasseurXlsx.ouvrir(Buffer.from(zipSync(p)), 'c.xlsx');
      const apres = unzipSync(Buffer.concat(appliquerChangements(classeur, changements)));
      return strFromU8(apres['xl/worksheets/sheet1.xml']!).replace(
        /^[\s\S]*?<\/row>|<\/sheetData>[\s\S]*/g,
        '',
      );
    });
  };
  it('refait les colonnes déclarées, vide le surplus, laisse les autres colonnes', async () => {
    const xml = await refaire(
      ANOMALIES,
      '<row r="2"><c r="A2" s="1"><v>1</v></c><c r="Z2"><v>8</v></c></row><row r="3"><c r="B3"><v>2</v></c><c r="Z3"><v>9</v></c></row>',
      [remplacer('anomalies', [{ onglet: 'R' }])],
    );
    expect(xml).toBe(
      `<row r="2">${txt('A2', 'R', ' s="1"')}<c r="Z2"><v>8</v></c></row><row r="3"><c r="B3"/><c r="Z3"><v>9</v></c></row>`,
    );
  });
  it('une colonne libre prend le format de chaque valeur, même après une autre', async () => {
    const xml = await refaire(PARAMETRES, '<row r="2"><c r="B2" s="1"/></row>', [
      remplacer('parametres', [
        { valeur: { genre: 'montant', valeur: euros(10) } },
        { valeur: { genre: 'taux', valeur: 0.5 } },
        { valeur: 'texte' },
      ]),
    ]);
    expect(xml).toContain('<c r="B2" s="3"><v>10</v></c>');
    expect(xml).toContain('<c r="B3" s="4"><v>0.5</v></c>');
    expect(xml).toContain(txt('B4', 'texte'));
  });
  it.each([
    ['entier', '#,##0'],
    ['nombre', '#,##0.0'],
    ['montant', '#,##0.00\\ "€"'],
    ['taux', '0.0\\ %'],
  ] as const)('un écart (%s) montre son signe, « + » compris', (genre, code) => {
    expect(formatDe(genre, true)?.split(';').slice(0, 2)).toEqual([`+${code}`, `\\-${code}`]);
  });
  it('un écart et la même valeur sans signe n’ont pas le même style', async () => {
    const valeur = { genre: 'montant', valeur: euros(10) } as const;
    const xml = await refaire(PARAMETRES, '', [
      remplacer('parametres', [{ valeur }, { valeur: { ...valeur, signe: true } }]),
    ]);
    expect(xml).toBe(
      '<row r="2"><c r="B2" s="3"><v>10</v></c></row><row r="3"><c r="B3" s="4"><v>10</v></c></row>',
    );
  });
  it('ce qui suit un remplacement s’applique aux lignes refaites', async () => {
    const xml = await refaire(ANOMALIES, '<row r="2"><c r="A2"><v>1</v></c></row>', [
      remplacer('anomalies', [{ onglet: 'R' }]),
      ajouter('anomalies', { onglet: 'S' }),
      ...modifier('anomalies', { ligne: 2, onglet: 'R' } as never, 'R', { cellule: 'I' }),
    ]);
    expect(xml).toBe(
      `<row r="2">${txt('A2', 'R')}${txt('B2', 'I')}</row><row r="3">${txt('A3', 'S')}</row>`,
    );
  });
});

describe('la hauteur des lignes suit les textes repliés', () => {
  const styles =
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="0"><alignment wrapText="1"/></xf><xf numFmtId="0"><alignment horizontal="left"/></xf></cellXfs></styleSheet>';
  const LONG = 'Un texte assez long pour tenir sur trois lignes';
  const feuille = (lignes: string): string =>
    `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="5" max="6" width="22" style="1"/></cols><sheetData>${entete(DEVIS)}${lignes}</sheetData></worksheet>`;
  const balises = (lignes: string, changements: readonly Changement[], chaines = ''): string[] =>
    appliquer('', changements, { feuille: feuille(lignes), styles, chaines }).lignes.match(
      /<row [^>]*>/g,
    ) ?? [];
  const present = (attributs: string, objet = ''): string =>
    `<row r="2"${attributs}><c r="A2" t="inlineStr"><is><t>D</t></is></c>${objet}</row>`;
  const replie = (texte: string): string =>
    `<c r="E2" s="1" t="inlineStr"><is><t>${texte}</t></is></c>`;

  it.each<[string, string, readonly Changement[], string]>([
    ['ajoutée, long', '', [ajouter('devis', { objet: LONG })], '<row r="2" ht="42">'],
    ['ajoutée, court', '', [ajouter('devis', { objet: 'x' })], '<row r="2">'],
    ['ajoutée, pas repliée', '', [ajouter('devis', { client: LONG })], '<row r="2">'],
    ['grandit', present(''), [modif(2, { objet: LONG })], '<row ht="42" r="2">'],
    ['vide, grandit', '<row r="2"/>', [modif(2, { objet: LONG })], '<row ht="42" r="2">'],
    ['rapetisse', present(' ht="42"', replie(LONG)), [modif(2, { objet: 'x' })], '<row r="2">'],
    [
      'hauteur imposée',
      present(' ht="20" customHeight="1"'),
      [modif(2, { objet: LONG })],
      '<row r="2" ht="20" customHeight="1">',
    ],
    [
      'rien de replié n’est écrit : la hauteur reste',
      present(' ht="77"', replie(LONG)),
      [modif(2, { client: 'x' })],
      '<row r="2" ht="77">',
    ],
    [
      'une voisine repliée la tient haute',
      present(' ht="9"', `${replie('x')}<c r="F2" s="1" t="s"><v>0</v></c>`),
      [modif(2, { objet: 'y' })],
      '<row ht="42" r="2">',
    ],
  ])('%s', (_, lignes, changements, attendue) => {
    expect(balises(lignes, changements, `<si><t>${LONG}</t></si>`)).toEqual([attendue]);
  });
});
