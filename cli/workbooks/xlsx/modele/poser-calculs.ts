import { ONGLET_CALCULS } from '../../../../src/tableau-de-bord/onglets';
import type { Workbook } from 'exceljs';
import { COULEURS_ONGLETS } from '../../../../sheets-templates/couleurs-onglets';
import { PALETTE } from '../../../../sheets-templates/palette';
import { colonnesDeCalcul } from '../../../../sheets-templates/tableau/calculs';
import { miseEnPage, placer } from './mise-en-page';
import { fond, police } from './styles';

/** L'onglet « Calculs » et ses en-têtes, protégé et masqué (il s'affiche d'un clic droit) ; `finir` y écrit les lignes, trop nombreuses pour exceljs. */
export async function poserCalculs(classeur: Workbook, rang: number): Promise<void> {
  const colonnes = colonnesDeCalcul();
  const feuille = classeur.addWorksheet(ONGLET_CALCULS, {
    properties: { tabColor: { argb: `FF${COULEURS_ONGLETS.technique}` } },
    views: [{ state: 'frozen', ySplit: 1, activeCell: 'A2', showGridLines: false }],
    ...miseEnPage(ONGLET_CALCULS, Math.ceil(colonnes.length / 20)),
  });
  placer(feuille, rang);
  feuille.state = 'hidden';
  feuille.columns = colonnes.map(() => ({ width: 14, style: { font: police({ size: 9 }) } }));
  colonnes.forEach((c, i) => {
    const cellule = feuille.getRow(1).getCell(i + 1);
    cellule.value = c.entete;
    cellule.style = {
      font: police({ rvb: PALETTE.blanc, size: 9, bold: true }),
      fill: fond(PALETTE.accent),
    };
  });
  await feuille.protect('', { selectLockedCells: true, selectUnlockedCells: true });
}
