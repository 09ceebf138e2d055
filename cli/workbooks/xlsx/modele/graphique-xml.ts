import type { Graphique, SerieGraphique } from '../../../../sheets-templates/tableau/graphiques';
import { PALETTE, POLICE } from '../../../../sheets-templates/palette';
import { echapperXml } from '../xml-texte';

/** Unités d'un dessin : 12 700 par point. */
const emu = (points: number): number => Math.round(points * 12_700);

const TIRETS = { plein: 'solid', tirets: 'sysDash', points: 'sysDot' } as const;
const plein = (couleur: string): string =>
  `<a:solidFill><a:srgbClr val="${couleur}"/></a:solidFill>`;
const trait = (couleur: string, points: number, tirets = 'solid'): string =>
  `<a:ln w="${emu(points)}" cap="rnd">${plein(couleur)}<a:prstDash val="${tirets}"/><a:round/></a:ln>`;
const SANS_TRAIT = '<a:ln><a:noFill/></a:ln>';
const petitTexte = (couleur: string): string =>
  `<c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz="750" b="0">${plein(couleur)}<a:latin typeface="${POLICE.nom}"/></a:defRPr></a:pPr><a:endParaRPr lang="fr-FR"/></a:p></c:txPr>`;

/** Les étiquettes des barres, s'il y en a : rien qu'aux zéros. */
function zeros(g: Graphique): string {
  if (!g.zeros) return '';
  const montrees = ['LegendKey', 'Val', 'CatName', 'SerName', 'Percent', 'BubbleSize'].map(
    (quoi) => `<c:show${quoi} val="${quoi === 'Val' ? 1 : 0}"/>`,
  );
  return (
    `<c:dLbls><c:numFmt formatCode=";;0" sourceLinked="0"/><c:spPr><a:noFill/>${SANS_TRAIT}</c:spPr>` +
    `${petitTexte(PALETTE.discret)}<c:dLblPos val="outEnd"/>${montrees.join('')}</c:dLbls>`
  );
}

function serie(s: SerieGraphique, rang: number, g: Graphique, forme: string, fin = ''): string {
  const categories =
    g.formatCategories === 'General'
      ? `<c:strRef><c:f>${echapperXml(g.categories)}</c:f></c:strRef>`
      : `<c:numRef><c:f>${echapperXml(g.categories)}</c:f></c:numRef>`;
  return (
    `<c:ser><c:idx val="${rang}"/><c:order val="${rang}"/><c:tx><c:v>${echapperXml(s.nom)}</c:v></c:tx>${forme}` +
    `<c:cat>${categories}</c:cat><c:val><c:numRef><c:f>${echapperXml(s.valeurs)}</c:f></c:numRef></c:val>${fin}</c:ser>`
  );
}

function barres(g: Graphique): string {
  if (g.barres.length === 0) return '';
  const series = g.barres.map((s, i) =>
    serie(
      s,
      i,
      g,
      `<c:spPr>${plein(s.couleur)}${SANS_TRAIT}</c:spPr><c:invertIfNegative val="0"/>${zeros(g)}`,
    ),
  );
  const chevauchement = g.disposition === 'decalees' ? 55 : 0;
  return `<c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:varyColors val="0"/>${series.join('')}<c:gapWidth val="55"/><c:overlap val="${chevauchement}"/><c:axId val="1001"/><c:axId val="1002"/></c:barChart>`;
}

function lignes(g: Graphique): string {
  if (g.lignes.length === 0) return '';
  const series = g.lignes.map((s, i) => {
    const point = '<c:marker><c:symbol val="none"/></c:marker>';
    const forme = `<c:spPr>${trait(s.couleur, s.epaisseur ?? 1.5, TIRETS[s.trait ?? 'plein'])}</c:spPr>${point}`;
    return serie(s, g.barres.length + i, g, forme, '<c:smooth val="0"/>');
  });
  return `<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${series.join('')}<c:marker val="1"/><c:axId val="1001"/><c:axId val="1002"/></c:lineChart>`;
}

function axes(g: Graphique): string {
  const cache = g.nu ? 1 : 0;
  const bornes = g.maximum === undefined ? '' : `<c:max val="${g.maximum}"/>`;
  const grille = g.nu
    ? ''
    : `<c:majorGridlines><c:spPr>${trait(PALETTE.filet, 0.5)}</c:spPr></c:majorGridlines>`;
  return (
    `<c:catAx><c:axId val="1001"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="${cache}"/><c:axPos val="b"/>` +
    `<c:numFmt formatCode="${echapperXml(g.formatCategories)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/>` +
    `<c:spPr>${trait(PALETTE.filet, 0.75)}</c:spPr>${petitTexte(PALETTE.discret)}<c:crossAx val="1002"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/><c:lblOffset val="50"/><c:noMultiLvlLbl val="1"/></c:catAx>` +
    `<c:valAx><c:axId val="1002"/><c:scaling><c:orientation val="minMax"/>${bornes}<c:min val="0"/></c:scaling><c:delete val="${cache}"/><c:axPos val="l"/>${grille}` +
    `<c:numFmt formatCode="${echapperXml(g.format)}" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>` +
    `<c:spPr>${SANS_TRAIT}</c:spPr>${petitTexte(PALETTE.discret)}<c:crossAx val="1001"/><c:crosses val="autoZero"/><c:crossBetween val="between"/>${g.maximum === 1 ? '<c:majorUnit val="0.25"/>' : ''}</c:valAx>`
  );
}

/** La partie d'un graphique : lié à ses cellules, sans titre (la page le porte), sans cadre. */
export function graphiqueXml(g: Graphique): string {
  const legende = g.legende
    ? `<c:legend><c:legendPos val="t"/><c:overlay val="0"/>${petitTexte(PALETTE.texte)}</c:legend>`
    : '';
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<c:chartSpace xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    '<c:roundedCorners val="0"/><c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>' +
    `${barres(g)}${lignes(g)}${axes(g)}<c:spPr><a:noFill/>${SANS_TRAIT}</c:spPr></c:plotArea>${legende}` +
    '<c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart>' +
    `<c:spPr><a:noFill/>${SANS_TRAIT}</c:spPr></c:chartSpace>`
  );
}

const coin = (nom: string, colonne: number, ligne: number): string =>
  `<xdr:${nom}><xdr:col>${colonne}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${ligne}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:${nom}>`;

/** Le dessin d'une feuille : où est chaque graphique, et sa partie (`rId1`, `rId2`…). */
export function dessinXml(graphiques: readonly Graphique[]): string {
  const cadres = graphiques.map(({ ancre, description, cle }, i) => {
    return (
      `<xdr:twoCellAnchor editAs="oneCell">${coin('from', ancre.colonne - 1, ancre.ligne - 1)}${coin('to', ancre.colonne + ancre.colonnes - 1, ancre.ligne + ancre.lignes - 1)}` +
      `<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${i + 2}" name="${cle}" descr="${echapperXml(description)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
      '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">' +
      `<c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" r:id="rId${i + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>`
    );
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
    `${cadres.join('')}</xdr:wsDr>`
  );
}
