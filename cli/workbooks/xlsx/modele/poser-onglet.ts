import type { Workbook, Worksheet } from 'exceljs';
import type { AspectOnglet } from '../../../../sheets-templates/onglet';
import { POLICE } from '../../../../sheets-templates/palette';
import { DERNIERE_LIGNE, lettreDe } from '../../../../sheets-templates/references';
import { miseEnPage } from './mise-en-page';
import { poserRegles } from './poser-regles';
import { poserValidations } from './poser-validations';
import { styleColonne, styleEntete } from './styles';

/** En points ; un peu plus que le texte : le regard suit la ligne sans filet épais. */
const HAUTEUR_LIGNE = 17;
const HAUTEUR_ENTETE = 34;

/** Ajoute un onglet tabulaire vide : colonnes, en-têtes et notes, règles, impression, protection. */
export async function poserOnglet(classeur: Workbook, onglet: AspectOnglet): Promise<Worksheet> {
  const feuille = classeur.addWorksheet(onglet.nom, {
    properties: {
      tabColor: { argb: `FF${onglet.couleur}` },
      defaultRowHeight: HAUTEUR_LIGNE,
    },
    views: [
      {
        state: 'frozen',
        xSplit: 1,
        ySplit: 1,
        topLeftCell: 'B2',
        activeCell: 'A2',
        showGridLines: false,
      },
    ],
    ...miseEnPage(onglet.nom, onglet.pagesEnLargeur),
  });
  feuille.columns = onglet.colonnes.map((c) => ({
    key: c.cle,
    width: c.largeur,
    style: styleColonne(c),
  }));
  const entete = feuille.getRow(1);
  entete.height = HAUTEUR_ENTETE;
  onglet.colonnes.forEach((colonne, i) => {
    const cellule = entete.getCell(i + 1);
    cellule.value = colonne.entete;
    cellule.style = styleEntete(colonne);
    cellule.note = {
      texts: [
        { font: { name: POLICE.nom, size: 9, bold: true }, text: `${colonne.entete}\n` },
        { font: { name: POLICE.nom, size: 9 }, text: colonne.note },
      ],
      editAs: 'absolute',
    };
  });
  const derniere = lettreDe(onglet.cle, onglet.colonnes.at(-1)?.cle ?? '');
  feuille.autoFilter = `A1:${derniere}${DERNIERE_LIGNE}`;
  poserValidations(feuille, onglet);
  poserRegles(feuille, onglet);
  if (onglet.protege) {
    await feuille.protect('', {
      autoFilter: true,
      sort: true,
      formatColumns: true,
      formatRows: true,
      selectLockedCells: true,
      selectUnlockedCells: true,
    });
  }
  return feuille;
}
