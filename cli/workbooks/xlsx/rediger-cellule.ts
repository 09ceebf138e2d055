import {
  balisesDe,
  ecrireCelluleXml,
  formuleXml,
  verifierTexte,
  type Balises,
  type SortieXml,
  type ValeurCellule,
} from './cellule-xml';
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
  private readonly balises: Balises;

  constructor(private readonly feuille: Feuille) {
    this.balises = balisesDe(feuille.prefixe);
  }

  /** Une cellule, en caractères ; son style montre la valeur comme il faut. */
  rediger(sortie: SortieXml, ligne: number, rang: number, e: EcritureXlsx, base: number): void {
    const { onglet, prefixe, colonnes, styles, rangee } = this.feuille;
    const pose = e.deplacee ? (e.deplacee.style ?? colonnes.style(rang)) : base;
    const style = e.brut === null ? pose : styles.pourGenre(pose, e.genre, e.exact, e.signe);
    if (e.formule !== undefined)
      return sortie.ecrire(formuleXml(e.formule, adresse(ligne, rang), style, prefixe));
    const valeur = this.valeur(e);
    verifierTexte(valeur, onglet, ligne, rang);
    rangee.ecrite(valeur, rang, style);
    ecrireCelluleXml(sortie, valeur, adresse(ligne, rang), style, this.balises);
  }

  private valeur(e: EcritureXlsx): ValeurCellule {
    const { date1904 } = this.feuille;
    const decaler = date1904 && typeof e.brut === 'number' && GENRES_DATE.has(e.genre);
    return decaler ? Number(e.brut) - ECART_1904 : e.brut;
  }
}
