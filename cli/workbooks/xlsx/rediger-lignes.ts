import { fixe } from './cellule-xml';
import type { ColonnesFeuille } from './colonnes-feuille';
import type { EcritureXlsx, LotFeuille } from './ecriture-xlsx';
import type { HauteurRangee } from './hauteur-rangee';
import { OctetsFeuille } from './octets-feuille';
import { estVide, type RedacteurCellules } from './rediger-cellule';

/** Octets rendus à la fois. */
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
  const sortie = new OctetsFeuille();
  const rangees = new OctetsFeuille();
  let ligne = premiere;
  const poser = (rang: number, e: EcritureXlsx): void => {
    const style = modele.get(rang);
    // Vide, une cellule ne sert qu'à porter le style du modèle.
    if (!estVide(e)) cellules.rediger(rangees, ligne, rang, e, style ?? colonnes.style(rang));
    else if (style !== undefined && style !== colonnes.style(rang))
      cellules.rediger(rangees, ligne, rang, e, style);
  };
  const fin = fixe(`</${p}row>`);
  for (let rang = depuis; rang < lot.ajoutees.length; rang++, ligne++) {
    rangee.recommencer();
    rangees.vider();
    lot.parcourirAjoutee(rang, poser);
    sortie.ecrire(`<${p}row r="${ligne}"${hauteur || rangee.attribut}>`);
    sortie.ajouter(rangees);
    sortie.fixe(fin);
    if (sortie.longueur < MORCEAU) continue;
    yield sortie.rendre();
    sortie.vider();
  }
  if (sortie.longueur > 0) yield sortie.rendre();
}
