import { creer } from './dom';

/** Ce qu'un message cite : entre guillemets, parfois une valeur que n'importe qui a tapée. */
const CITATION = /(«[\s\u00a0\u202f]?)(.*?)([\s\u00a0\u202f]?»)/gsu;
/** Ce qui renverse le sens de la lecture (U+202E…) ; hors d'une citation, rien n'en a besoin. */
const SENS = /[\u202a-\u202e\u2066-\u2069]/gu;

/** Un message, où chaque citation est isolée : un signe qui renverse la lecture n'en sort pas. */
export function texteSur(texte: string): (Node | string)[] {
  const morceaux: (Node | string)[] = [];
  let fin = 0;
  for (const trouve of texte.matchAll(CITATION)) {
    const [entier, ouvrant = '', cite = '', fermant = ''] = trouve;
    const avant = texte.slice(fin, trouve.index).replace(SENS, '');
    morceaux.push(avant + ouvrant, creer('bdi', {}, cite), fermant);
    fin = trouve.index + entier.length;
  }
  morceaux.push(texte.slice(fin).replace(SENS, ''));
  return morceaux;
}
