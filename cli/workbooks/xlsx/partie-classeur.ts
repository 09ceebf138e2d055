import { etendreTable, type Croissance } from './plages';
import { Retouches } from './retouches';
import { FIN, LecteurXml, OUVRE } from './xml-scan';

/** Éléments que `calcPr` suit, dans l'ordre du schéma. */
const AVANT_CALCUL = new Set(['sheets', 'functionGroups', 'externalReferences', 'definedNames']);

/**
 * `workbook.xml` : demander un recalcul complet à l'ouverture, et étendre le nom caché du filtre de
 * chaque onglet qui a grandi (`croissances` : par rang d'onglet).
 */
export function retoucherClasseur(
  xml: string,
  croissances: ReadonlyMap<number, Croissance>,
): string {
  const retouches = new Retouches();
  const x = new LecteurXml(xml);
  let calcul = false;
  let place = -1;
  let prefixe = '';
  for (let k = x.suivant(); k !== FIN; k = x.suivant()) {
    const nom = x.nom;
    if (k !== OUVRE) {
      if (AVANT_CALCUL.has(nom)) place = x.fin;
    } else if (nom === 'workbook') prefixe = x.prefixe;
    else if (nom === 'calcPr') {
      calcul = true;
      const b = x.bornes('fullCalcOnLoad');
      if (b) retouches.remplacer(b[0], b[1], '1');
      else retouches.inserer(x.fin - (x.vide ? 2 : 1), ' fullCalcOnLoad="1"');
    } else if (nom === 'definedName' && x.attribut('name') === '_xlnm._FilterDatabase') {
      const croissance = croissances.get(Number(x.attribut('localSheetId') ?? -1));
      const debut = x.fin;
      const texte = x.texte();
      if (croissance) retouches.remplacer(debut, x.debut, etendreNom(texte, croissance));
    } else if (x.vide && AVANT_CALCUL.has(nom)) place = x.fin;
  }
  if (!calcul) retouches.inserer(place, `<${prefixe}calcPr fullCalcOnLoad="1"/>`);
  return retouches.appliquer(xml);
}

/** `'Devis'!$A$1:$AC$20` → la même étendue jusqu'à la nouvelle dernière ligne. */
function etendreNom(texte: string, croissance: Croissance): string {
  const coupe = texte.lastIndexOf('!') + 1;
  const plage = texte.slice(coupe).replaceAll('$', '');
  const voulue = etendreTable(plage, croissance);
  if (voulue === plage) return texte;
  return texte.slice(0, coupe) + voulue.replace(/[A-Z]+(?=\d)/g, '$$$&').replace(/\d+/g, '$$$&');
}

/** Retire l'élément vide dont l'attribut vaut `valeur` (lien ou type d'une partie ôtée). */
export function retirerElement(xml: string, nom: string, attribut: string, valeur: string): string {
  const retouches = new Retouches();
  const x = new LecteurXml(xml);
  for (let k = x.suivant(); k !== FIN; k = x.suivant()) {
    if (k !== OUVRE || x.nom !== nom || x.attribut(attribut) !== valeur) continue;
    const debut = x.debut;
    x.sauter();
    retouches.remplacer(debut, x.fin, '');
  }
  return retouches.appliquer(xml);
}
