import { FERME, FIN, LecteurXml, OUVRE } from './xml-scan';
import { decoderCellule } from './xml-texte';

/**
 * Texte d'un `<si>` ou d'un `<is>` dont on vient de lire l'ouvrante : ses `<t>` bout à bout, sans
 * la lecture phonétique (`rPh`). Avance sur la fermante.
 */
export function texteRiche(x: LecteurXml, nom: string): string {
  if (x.vide) return '';
  let texte = '';
  for (let k = x.suivant(); k !== FIN; k = x.suivant()) {
    if (k === FERME) {
      if (x.nom === nom) break;
    } else if (x.nom === 't') texte += decoderCellule(x.texte());
    else if (x.nom === 'rPh') x.sauter();
  }
  return texte;
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
