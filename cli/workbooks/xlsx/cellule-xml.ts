import { MAX_TEXTE } from '../../../src/classeur/longueur-texte';
import { refus } from '../../../src/classeur/erreur-classeur';
import { adresse } from './plages';
import { echapperCellule, echapperXml } from './xml-texte';

export type ValeurCellule = string | number | boolean | null;

/** Une cellule en XML (caractères). Un texte n'est jamais une formule : `=1+1` reste `=1+1`. */
export function celluleXml(
  valeur: ValeurCellule,
  reference: string,
  style: number,
  prefixe = '',
): string {
  const s = style === 0 ? '' : ` s="${style}"`;
  const p = prefixe;
  if (valeur === null || valeur === '') return `<${p}c r="${reference}"${s}/>`;
  if (typeof valeur === 'number') {
    if (!Number.isFinite(valeur)) throw new RangeError(`${reference} : ${valeur} n’est pas écrit`);
    return `<${p}c r="${reference}"${s}><${p}v>${valeur}</${p}v></${p}c>`;
  }
  if (typeof valeur === 'boolean') {
    return `<${p}c r="${reference}"${s} t="b"><${p}v>${valeur ? 1 : 0}</${p}v></${p}c>`;
  }
  return (
    `<${p}c r="${reference}"${s} t="inlineStr"><${p}is><${p}t xml:space="preserve">` +
    `${echapperCellule(valeur)}</${p}t></${p}is></${p}c>`
  );
}

/** Une formule (sans son `=`), sans résultat : le tableur la calcule à l'ouverture. */
export function formuleXml(
  formule: string,
  reference: string,
  style: number,
  prefixe = '',
): string {
  const s = style === 0 ? '' : ` s="${style}"`;
  const p = prefixe;
  return `<${p}c r="${reference}"${s}><${p}f>${echapperXml(formule)}</${p}f></${p}c>`;
}

export function verifierTexte(
  valeur: ValeurCellule,
  onglet: string,
  ligne: number,
  rang: number,
): void {
  if (typeof valeur !== 'string' || valeur.length <= MAX_TEXTE) return;
  throw refus('TEXTE_TROP_LONG', {
    onglet,
    cellule: adresse(ligne, rang),
    longueur: valeur.length,
    maximum: MAX_TEXTE,
  });
}
