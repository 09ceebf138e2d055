import type { ColonnesFeuille } from './colonnes-feuille';
import type { EcritureXlsx, LotFeuille } from './ecriture-xlsx';
import type { HauteurRangee } from './hauteur-rangee';
import { estVide, type RedacteurCellules } from './rediger-cellule';

/** Caractères mis en octets à la fois. */
const MORCEAU = 1 << 16;

interface Aspect {
  readonly cellules: RedacteurCellules;
  readonly colonnes: ColonnesFeuille;
  readonly rangee: HauteurRangee;
  /** Styles de la dernière ligne de données, par rang de colonne. */
  readonly modele: ReadonlyMap<number, number>;
  /** Attribut de hauteur imposé, ou rien. */
  readonly hauteur: string;
  readonly prefixe: string;
}

/**
 * Les lignes d'un lot, à partir d'un rang, ajoutées sous toutes celles d'une feuille : en XML, à
 * mesure, sans rien garder. Cent mille devis feraient ensemble 85 Mo.
 */
export function* redigerLignes(
  lot: LotFeuille,
  { depuis, premiere }: { readonly depuis: number; readonly premiere: number },
  { cellules, colonnes, rangee, modele, hauteur, prefixe: p }: Aspect,
): Generator<Uint8Array> {
  let texte = '';
  let ligne = premiere;
  let xml = '';
  const poser = (rang: number, e: EcritureXlsx): void => {
    const style = modele.get(rang);
    // Vide, une cellule ne sert qu'à porter le style du modèle.
    if (!estVide(e)) xml += cellules.rediger(ligne, rang, e, style ?? colonnes.style(rang));
    else if (style !== undefined && style !== colonnes.style(rang))
      xml += cellules.rediger(ligne, rang, e, style);
  };
  for (let rang = depuis; rang < lot.ajoutees.length; rang++, ligne++) {
    rangee.recommencer();
    xml = '';
    lot.parcourirAjoutee(rang, poser);
    texte += `<${p}row r="${ligne}"${hauteur || rangee.attribut}>${xml}</${p}row>`;
    if (texte.length < MORCEAU) continue;
    yield Buffer.from(texte, 'utf8');
    texte = '';
  }
  if (texte !== '') yield Buffer.from(texte, 'utf8');
}
