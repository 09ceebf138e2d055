import { texteDeCellule, type LigneSource, type Separateur } from '../source';
import { compterCellules } from './autre-separateur';

/** Une cellule où un guillemet laissé ouvert a enfermé d'autres enregistrements. */
export interface GuillemetPerdu {
  readonly rang: number;
  /** Ce qui suit le guillemet sur sa ligne. */
  readonly debut: string;
  /** Ligne du fichier où le guillemet est ouvert, puis celle où un autre le referme. */
  readonly ouvert: number;
  readonly referme: number;
}

/** Deux cellules par ligne ne prouvent rien d'un texte d'une ou deux lignes. */
const LARGEUR_SURE = 3;
const LIGNES_SURES = 3;

/**
 * Le guillemet qu'un enregistrement de plusieurs lignes n'a pas refermé sur la sienne : la moitié au
 * moins des lignes qu'il enferme sont coupées comme l'en-tête. Un texte de plusieurs lignes (une
 * adresse, une note) ne l'est pas. `null` : rien ne le dit.
 */
export function guillemetPerdu(
  { ligne, derniere = ligne, cellules }: LigneSource,
  separateur: Separateur,
  largeur: number,
): GuillemetPerdu | null {
  if (derniere === ligne || largeur < 2) return null;
  let ouvert = ligne;
  for (const [rang, cellule] of cellules.entries()) {
    const lignes = texteDeCellule(cellule).split(/\r\n|[\r\n]/);
    const enfermees = lignes.length - 1;
    if (enfermees === 0) continue;
    const reste = cellules.length - rang - 1;
    const coupees = lignes.slice(1).filter((texte, i) => {
      const suite = i === enfermees - 1 ? reste : 0;
      return texte.includes(separateur) && compterCellules(texte, separateur) + suite === largeur;
    }).length;
    const sur = largeur >= LARGEUR_SURE || coupees >= LIGNES_SURES;
    const referme = ouvert + enfermees;
    if (sur && coupees * 2 >= enfermees) return { rang, debut: lignes[0] ?? '', ouvert, referme };
    ouvert = referme;
  }
  return null;
}
