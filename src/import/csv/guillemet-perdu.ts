import { texteDeCellule, type LigneSource, type Separateur } from '../source';

/** Une cellule où un guillemet laissé ouvert a enfermé d'autres cellules, ou d'autres enregistrements. */
export interface GuillemetPerdu {
  readonly rang: number;
  /** Ce qui suit le guillemet sur sa ligne. */
  readonly debut: string;
  /** Ligne du fichier où le guillemet est ouvert, puis celle où un autre le referme. */
  readonly ouvert: number;
  readonly referme: number;
}

/** Lignes bien coupées qui suffisent, d'un fichier de deux colonnes, dans la dernière. */
const LIGNES_SURES = 2;

/**
 * Le guillemet qu'un enregistrement n'a pas refermé : un autre s'ouvre avant, ou les lignes qu'il
 * enferme sont coupées comme l'en-tête, la sienne comprise. Un texte de plusieurs lignes (une adresse,
 * une note) ne l'est pas. `null` : rien ne le dit.
 */
export function guillemetPerdu(
  { ligne, citeBrisee, cellules }: LigneSource,
  separateur: Separateur,
  largeur: number,
): GuillemetPerdu | null {
  let ouvert = ligne;
  for (const [rang, cellule] of cellules.entries()) {
    const lignes = texteDeCellule(cellule).split(/\r\n|[\r\n]/);
    const referme = ouvert + lignes.length - 1;
    const debut = (lignes[0] ?? '').replace(/^"/, '');
    if (rang === citeBrisee) return { rang, debut, ouvert, referme };
    const apres = cellules.length - rang - 1;
    if (lignes.length > 1 && enfermeDesLignes(lignes, { rang, apres, separateur, largeur }))
      return { rang, debut, ouvert, referme };
    ouvert = referme;
  }
  return null;
}

interface Place {
  readonly rang: number;
  /** Cellules qui suivent celle-ci. */
  readonly apres: number;
  readonly separateur: Separateur;
  readonly largeur: number;
}

function enfermeDesLignes(
  [premiere = '', ...suivantes]: readonly string[],
  { rang, apres, separateur, largeur }: Place,
): boolean {
  if (largeur < 2 || rang + compter(premiere, separateur) !== largeur) return false;
  const trop = rang + apres + 1 > largeur;
  const coupees = suivantes.filter((texte, i) => {
    const suite = i === suivantes.length - 1 ? apres : 0;
    // Une ligne d'une adresse n'a pas de séparateur ; celle d'un enregistrement trop long peut finir là.
    const coupee = trop || texte.includes(separateur);
    return coupee && compter(texte, separateur) + suite === largeur;
  }).length;
  // Ailleurs qu'en dernière colonne, la ligne du guillemet est elle-même coupée jusqu'au bout.
  if (rang < largeur - 1) return coupees > 0;
  if (largeur === 2) return coupees === suivantes.length && (trop || coupees >= LIGNES_SURES);
  return coupees > 0 && coupees * 2 >= suivantes.length;
}

/** Les cellules que ferait un texte ; un signe suivi d'une espace est de la phrase. */
function compter(texte: string, separateur: Separateur): number {
  const morceaux = texte.split(separateur);
  return morceaux.filter((m, i) => i === 0 || !/^[ \u00a0\u202f]/.test(m)).length;
}
