import type { ClasseurXlsx } from './classeur-xlsx';
import { comprimer, type PartieComprimee } from './compression';
import { cheminRelations } from './paquet';
import { DEBUT_FEUILLE } from './parties-neuves';
import { echapperXml, versBuffer } from './xml-texte';
import { reecrireZip } from './zip-ecrire';

const TYPE_FEUILLE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const TYPES = '[Content_Types].xml';

export interface FeuilleNeuve {
  readonly nom: string;
  /** En caractères, par rang ; `null` : celle du tableur. */
  readonly largeurs: readonly (number | null)[];
  /** Lignes qui restent en haut. */
  readonly figees: number;
}

/** Vide, mais à ses largeurs. */
function feuilleVide({ largeurs, figees }: FeuilleNeuve): string {
  const colonnes = largeurs.flatMap((largeur, rang) =>
    largeur === null
      ? []
      : `<col min="${rang + 1}" max="${rang + 1}" width="${largeur.toFixed(2)}" customWidth="1"/>`,
  );
  const volet = `<pane ySplit="${figees}" topLeftCell="A${figees + 1}" activePane="bottomLeft" state="frozen"/>`;
  const vues = `<sheetViews><sheetView workbookViewId="0">${volet}</sheetView></sheetViews>`;
  return [
    DEBUT_FEUILLE,
    figees > 0 ? vues : '',
    colonnes.length > 0 ? `<cols>${colonnes.join('')}</cols>` : '',
    '<sheetData/></worksheet>',
  ].join('');
}

/**
 * Le même fichier, avec des onglets vides de plus, à la fin. Les préfixes d'espaces de noms sont ceux
 * du fichier ; toute autre partie garde ses octets.
 */
export function ajouterFeuilles({ paquet }: ClasseurXlsx, neuves: readonly FeuilleNeuve[]): Buffer {
  const { partieClasseur, zip } = paquet;
  const liens = cheminRelations(partieClasseur);
  let classeur = paquet.exiger(partieClasseur);
  let relations = paquet.exiger(liens);
  let types = paquet.exiger(TYPES);
  const prefixeLien = /<(?:\w+:)?sheet\b[^>]*?\s(\w+):id="/.exec(classeur)?.[1] ?? 'r';
  const sorte = /Type="([^"]*\/worksheet)"/.exec(relations)?.[1] ?? '';
  const dossier = partieClasseur.slice(0, partieClasseur.lastIndexOf('/') + 1);
  const parties = new Map<string, PartieComprimee>();
  let numero = plusGrand(classeur, /sheetId="(\d+)"/g);
  for (const neuve of neuves) {
    do numero += 1;
    while (zip.entrees.has(`${dossier}worksheets/sheet${numero}.xml`));
    const cible = `worksheets/sheet${numero}.xml`;
    const id = `rIdSuivi${numero}`;
    const octets = Buffer.from(echapperXml(neuve.nom), 'utf8').toString('latin1');
    classeur = avantFin(classeur, 'sheets', (p) => {
      const attributs = `name="${octets}" sheetId="${numero}" ${prefixeLien}:id="${id}"`;
      return `<${p}sheet ${attributs}/>`;
    });
    relations = avantFin(relations, 'Relationships', (p) => {
      return `<${p}Relationship Id="${id}" Type="${sorte}" Target="${cible}"/>`;
    });
    types = avantFin(types, 'Types', (p) => {
      return `<${p}Override PartName="/${dossier}${cible}" ContentType="${TYPE_FEUILLE}"/>`;
    });
    parties.set(`${dossier}${cible}`, comprimer(Buffer.from(feuilleVide(neuve), 'utf8')));
  }
  parties.set(partieClasseur, comprimer(versBuffer(classeur)));
  parties.set(liens, comprimer(versBuffer(relations)));
  parties.set(TYPES, comprimer(versBuffer(types)));
  return Buffer.concat(reecrireZip(zip, parties));
}

function plusGrand(xml: string, nombre: RegExp): number {
  return [...xml.matchAll(nombre)].reduce((max, [, n]) => Math.max(max, Number(n)), 0);
}

/** Ajoute un élément à la fin d'un autre, avec le même préfixe. */
function avantFin(xml: string, nom: string, element: (prefixe: string) => string): string {
  return xml.replace(new RegExp(`</(\\w+:)?${nom}\\s*>`), (fin, prefixe: string | undefined) => {
    return `${element(prefixe ?? '')}${fin}`;
  });
}
