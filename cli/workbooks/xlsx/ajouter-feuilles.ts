import type { ClasseurXlsx } from './classeur-xlsx';
import { comprimer, type PartieComprimee } from './compression';
import { cheminRelations } from './paquet';
import { DEBUT_FEUILLE } from './parties-neuves';
import { echapperXml, versBuffer } from './xml-texte';
import { reecrireZip } from './zip-ecrire';

const TYPE_FEUILLE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml';
const FEUILLE_VIDE = `${DEBUT_FEUILLE}<sheetData/></worksheet>`;
const TYPES = '[Content_Types].xml';

/**
 * Le même fichier, avec des onglets vides de plus, à la fin. Les préfixes d'espaces de noms sont ceux
 * du fichier ; toute autre partie garde ses octets.
 */
export function ajouterFeuilles({ paquet }: ClasseurXlsx, noms: readonly string[]): Buffer {
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
  for (const nom of noms) {
    do numero += 1;
    while (zip.entrees.has(`${dossier}worksheets/sheet${numero}.xml`));
    const cible = `worksheets/sheet${numero}.xml`;
    const id = `rIdSuivi${numero}`;
    const octets = Buffer.from(echapperXml(nom), 'utf8').toString('latin1');
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
    parties.set(`${dossier}${cible}`, comprimer(Buffer.from(FEUILLE_VIDE, 'utf8')));
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
