import { hauteurDe, lignesRepliees } from '../../../sheets-templates/hauteur';
import { hauteurPixels } from './mesures';

/** Un texte dans sa cellule ; largeur en caractères. */
export interface TexteReplie {
  readonly texte: string;
  readonly largeur: number;
}

/** Hauteur, en pixels, qui montre ces textes entiers ; jamais moins que l'ordinaire. */
export function hauteurPour(textes: Iterable<TexteReplie>, ordinaire: number): number {
  let lignes = 1;
  for (const { texte, largeur } of textes)
    lignes = Math.max(lignes, lignesRepliees(texte, largeur));
  return lignes === 1 ? ordinaire : Math.max(ordinaire, hauteurPixels(hauteurDe(lignes)));
}
