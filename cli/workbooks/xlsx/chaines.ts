import { FERME, FIN, LecteurXml, OUVRE } from './xml-scan';
import { decoderCellule } from './xml-texte';

/**
 * Texte d'un `<si>` ou d'un `<is>` dont on vient de lire l'ouvrante : ses `<t>` bout à bout, sans
 * la lecture phonétique (`rPh`). Avance sur la fermante.
 */
export function texteRiche(x: LecteurXml, nom: string): string {
  if (x.vide) return '';
  const seul = texteSeul(x, nom);
  if (seul !== null) return seul;
  let texte = '';
  for (let k = x.suivant(); k !== FIN; k = x.suivant()) {
    if (k === FERME) {
      if (x.nom === nom) break;
    } else if (x.nom === 't') texte += decoderCellule(x.texte());
    else if (x.nom === 'rPh') x.sauter();
  }
  return texte;
}

/** Le cas courant, plus vite : un seul `<t>`, sans rien autour. `null` : c'est un autre cas. */
function texteSeul(x: LecteurXml, nom: string): string | null {
  const { xml, fin } = x;
  if (!xml.startsWith('<t>', fin) && !xml.startsWith('<t xml:space="preserve">', fin)) return null;
  const debut = xml.indexOf('>', fin) + 1;
  const fermante = xml.indexOf('<', debut);
  if (!xml.startsWith(`</t></${nom}>`, fermante)) return null;
  x.fin = fermante + '</t>'.length;
  x.suivant();
  return decoderCellule(xml.slice(debut, fermante));
}

/** Les chaînes partagées, par rang. */
export function lireChaines(xml: string): string[] {
  const chaines: string[] = [];
  const x = new LecteurXml(xml);
  for (let k = x.suivant(); k !== FIN; k = x.suivant()) {
    if (k === OUVRE && x.nom === 'si') chaines.push(texteRiche(x, 'si'));
  }
  return chaines;
}
