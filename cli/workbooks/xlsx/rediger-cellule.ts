import { celluleXml, formuleXml, verifierTexte, type ValeurCellule } from './cellule-xml';
import type { ColonnesFeuille } from './colonnes-feuille';
import type { EcritureXlsx } from './ecriture-xlsx';
import { ECART_1904 } from './feuille-lire';
import { GENRES_DATE } from './formats';
import type { HauteurRangee } from './hauteur-rangee';
import { adresse } from './plages';
import type { Styles } from './styles';

export const estVide = (e: EcritureXlsx): boolean => e.brut === null && e.formule === undefined;

interface Feuille {
  readonly onglet: string;
  readonly prefixe: string;
  readonly colonnes: ColonnesFeuille;
  readonly styles: Styles;
  readonly rangee: HauteurRangee;
  readonly date1904: boolean;
}

/** Met en XML les cellules d'une feuille, une à une. */
export class RedacteurCellules {
  constructor(private readonly feuille: Feuille) {}

  /** Une cellule, en caractères ; son style montre la valeur comme il faut. */
  rediger(ligne: number, rang: number, e: EcritureXlsx, base: number): string {
    const { onglet, prefixe, colonnes, styles, rangee } = this.feuille;
    const pose = e.deplacee ? (e.deplacee.style ?? colonnes.style(rang)) : base;
    const style = e.brut === null ? pose : styles.pourGenre(pose, e.genre, e.exact, e.signe);
    if (e.formule !== undefined) return formuleXml(e.formule, adresse(ligne, rang), style, prefixe);
    const valeur = this.valeur(e);
    verifierTexte(valeur, onglet, ligne, rang);
    rangee.ecrite(valeur, rang, style);
    return celluleXml(valeur, adresse(ligne, rang), style, prefixe);
  }

  private valeur(e: EcritureXlsx): ValeurCellule {
    const { date1904 } = this.feuille;
    const decaler = date1904 && typeof e.brut === 'number' && GENRES_DATE.has(e.genre);
    return decaler ? Number(e.brut) - ECART_1904 : e.brut;
  }
}
