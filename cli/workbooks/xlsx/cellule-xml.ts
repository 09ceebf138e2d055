import { MAX_TEXTE } from '../../../src/classeur/longueur-texte';
import { refus } from '../../../src/classeur/erreur-classeur';
import { adresse } from './plages';
import { echapperCellule, echapperXml } from './xml-texte';

export type ValeurCellule = string | number | boolean | null;

/** Ce qui revient à chaque cellule : en caractères, et en octets tout prêts. */
export interface Fixe {
  readonly texte: string;
  readonly octets: Uint8Array;
}

/** Reçoit un XML morceau par morceau. */
export interface SortieXml {
  ecrire(texte: string): void;
  fixe(morceau: Fixe): void;
}

/** Une cellule en XML (caractères). Un texte n'est jamais une formule : `=1+1` reste `=1+1`. */
export function celluleXml(
  valeur: ValeurCellule,
  reference: string,
  style: number,
  prefixe = '',
): string {
  return enTexte((sortie) => {
    ecrireCelluleXml(sortie, valeur, reference, style, balisesDe(prefixe));
  });
}

/** Le texte de ce qui s'écrit sur une sortie. */
export function enTexte(ecrire: (sortie: SortieXml) => void): string {
  let xml = '';
  ecrire({
    ecrire: (texte) => void (xml += texte),
    fixe: ({ texte }) => void (xml += texte),
  });
  return xml;
}

/** La même, sur une sortie. */
export function ecrireCelluleXml(
  sortie: SortieXml,
  valeur: ValeurCellule,
  reference: string,
  style: number,
  balises: Balises,
): void {
  sortie.fixe(balises.cellule);
  sortie.ecrire(reference);
  sortie.fixe((balises.styles[style] ??= fixe(style === 0 ? '"' : `" s="${style}"`)));
  if (valeur === null || valeur === '') sortie.fixe(balises.vide);
  else if (typeof valeur === 'string') {
    sortie.fixe(balises.texte);
    sortie.ecrire(echapperCellule(valeur));
    sortie.fixe(balises.finTexte);
  } else if (typeof valeur === 'number') {
    if (!Number.isFinite(valeur)) throw new RangeError(`${reference} : ${valeur} n’est pas écrit`);
    sortie.fixe(balises.nombre);
    sortie.ecrire(String(valeur));
    sortie.fixe(balises.finValeur);
  } else {
    sortie.fixe(balises.booleen);
    sortie.ecrire(valeur ? '1' : '0');
    sortie.fixe(balises.finValeur);
  }
}

export function fixe(texte: string): Fixe {
  return { texte, octets: Buffer.from(texte, 'utf8') };
}

/** Ce qui entoure l'adresse, le style et la valeur d'une cellule. */
export type Balises = ReturnType<typeof balisesDe>;

/** `p` : le préfixe d'espace de noms de la feuille. */
export function balisesDe(p: string) {
  return {
    cellule: fixe(`<${p}c r="`),
    /** Par rang de style. */
    styles: [] as Fixe[],
    vide: fixe('/>'),
    nombre: fixe(`><${p}v>`),
    booleen: fixe(` t="b"><${p}v>`),
    finValeur: fixe(`</${p}v></${p}c>`),
    texte: fixe(` t="inlineStr"><${p}is><${p}t xml:space="preserve">`),
    finTexte: fixe(`</${p}t></${p}is></${p}c>`),
  };
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
