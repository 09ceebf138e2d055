import type { Worksheet } from 'exceljs';
import type { AspectOnglet } from '../../../../sheets-templates/onglet';
import { PALETTE } from '../../../../sheets-templates/palette';
import { police, styleColonne } from './styles';

/** Le mois, puis l'essentiel : toujours les premières lignes du tableau de bord. */
const PREMIERE = 2;
const DERNIERE = 6;
const HAUTEUR = 34;
const TAILLES: Readonly<Record<string, number>> = { indicateur: 11, valeur: 15 };

/** Les premières figures en grand : elles se lisent en cinq secondes (S3-4). */
export function poserEssentiel(feuille: Worksheet, onglet: AspectOnglet): void {
  for (let rang = PREMIERE; rang <= DERNIERE; rang++) {
    const rangee = feuille.getRow(rang);
    rangee.height = HAUTEUR;
    onglet.colonnes.forEach((colonne, i) => {
      const taille = TAILLES[colonne.cle];
      const style = styleColonne(colonne);
      rangee.getCell(i + 1).style = taille
        ? { ...style, font: police({ rvb: PALETTE.accent, size: taille, bold: true }) }
        : style;
    });
  }
}
