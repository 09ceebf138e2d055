import { strFromU8, strToU8, unzipSync } from 'fflate';
import { LISTES, plageDeListe } from '../../../../sheets-templates/listes';
import { ONGLETS } from '../../../../sheets-templates/onglet';
import { POLICE } from '../../../../sheets-templates/palette';
import { comprimer, type PartieComprimee } from '../compression';
import { echapperXml } from '../xml-texte';
import { ecrireZip } from '../zip-ecrire';
import { boiteDeNote } from './boite-de-note';
import { borner, lignesDeCalcul, type Couverture } from './calculs-xml';
import { citerDessin, partiesDesGraphiques, typesDesGraphiques } from './parties-graphiques';
import type { LienInterne } from './poser-accueil';
import type { NomDefini } from './poser-page';

/** Les feuilles gardent le numéro de leur création : l'Accueil, les onglets, puis les pages libres. */
const NUMERO_TABLEAU = ONGLETS.length + 2;
const NUMERO_CALCULS = NUMERO_TABLEAU + 2;
const feuille = (numero: number): string => `xl/worksheets/sheet${numero}.xml`;

interface AFinir {
  readonly liens: readonly LienInterne[];
  readonly noms: readonly NomDefini[];
  readonly couverture: Couverture;
}

/** Ce qu'exceljs ne sait pas écrire, partie par partie. */
function retoucher(chemin: string, xml: string, { liens, noms, couverture }: AFinir): string {
  if (chemin === 'xl/styles.xml') return policeParDefaut(xml);
  if (chemin === 'xl/workbook.xml') return nomsDefinis(xml, noms);
  if (chemin === feuille(1)) return liensInternes(xml, liens);
  if (chemin === feuille(NUMERO_CALCULS)) {
    return xml.replace('</sheetData>', `${[...lignesDeCalcul(couverture)].join('')}</sheetData>`);
  }
  // Les pages libres gardent leurs hauteurs.
  if (chemin === feuille(NUMERO_TABLEAU)) return citerDessin(borner(couverture)(xml));
  if (chemin === feuille(NUMERO_TABLEAU + 1)) return borner(couverture)(xml);
  if (chemin === '[Content_Types].xml') return typesDesGraphiques(xml);
  if (chemin.startsWith('xl/worksheets/sheet')) return hauteursSouples(xml);
  const note = /^xl\/drawings\/vmlDrawing(\d+)\.vml$/.exec(chemin);
  return note ? dimensionnerNotes(xml, Number(note[1])) : xml;
}

/** La première police du fichier fixe l'unité des largeurs et la police des cellules neuves. */
function policeParDefaut(xml: string): string {
  return xml.replace(
    /(<fonts[^>]*>)<font>.*?<\/font>/s,
    `$1<font><sz val="${POLICE.taille}"/><name val="${POLICE.nom}"/><family val="2"/></font>`,
  );
}

function nomsDefinis(xml: string, noms: readonly NomDefini[]): string {
  const tous = [...LISTES.map((l) => [l.nom, plageDeListe(l)] as const), ...noms]
    .map(([nom, plage]) => `<definedName name="${nom}">${echapperXml(plage)}</definedName>`)
    .join('');
  return xml.replace('<definedNames>', `<definedNames>${tous}`);
}

function liensInternes(xml: string, liens: readonly LienInterne[]): string {
  const elements = liens
    .map(
      (l) =>
        `<hyperlink ref="${l.cellule}" location="${echapperXml(l.cible)}" display="${echapperXml(l.cible)}"/>`,
    )
    .join('');
  return xml.replace(/<(printOptions|pageMargins)/, `<hyperlinks>${elements}</hyperlinks><$1`);
}

/** exceljs fige les hauteurs ; sans `customHeight`, une ligne s'ajuste encore quand on y écrit. */
function hauteursSouples(xml: string): string {
  return xml.replace(/(<row r="(?!1")\d+" ht="[\d.]+") customHeight="1"/g, '$1');
}

/** L'onglet 1 est l'Accueil, sans note : `vmlDrawing2` annote le premier onglet tabulaire. */
function dimensionnerNotes(xml: string, numero: number): string {
  const onglet = ONGLETS[numero - 2];
  if (!onglet) return xml;
  let rang = 0;
  return xml.replace(/<x:Anchor>[^<]*<\/x:Anchor>/g, () => {
    const ancre = boiteDeNote(onglet.colonnes, rang).join(', ');
    rang += 1;
    return `<x:Anchor>${ancre}</x:Anchor>`;
  });
}

/** Mêmes octets à chaque construction : l'ordre des parties est fixe, et elles n'ont pas de date. */
export function finir(octets: Uint8Array, aFinir: AFinir): Uint8Array {
  const parties = new Map<string, PartieComprimee>();
  for (const [chemin, contenu] of Object.entries(unzipSync(octets))) {
    const fini = /\.(xml|vml|rels)$/.test(chemin)
      ? strToU8(retoucher(chemin, strFromU8(contenu), aFinir))
      : contenu;
    parties.set(chemin, comprimer(fini));
  }
  for (const [chemin, xml] of partiesDesGraphiques(NUMERO_TABLEAU))
    parties.set(chemin, comprimer(strToU8(xml)));
  return Buffer.concat(ecrireZip(parties));
}
