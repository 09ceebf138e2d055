import type { Cell, Style, Workbook, Worksheet } from 'exceljs';
import {
  lignesAccueil,
  ONGLET_ACCUEIL,
  type LigneAccueil,
} from '../../../../sheets-templates/accueil';
import { COULEURS_ONGLETS } from '../../../../sheets-templates/couleurs-onglets';
import { DATE_LONGUE } from '../../../../sheets-templates/formats';
import { toujoursRecalculee } from '../../../../sheets-templates/references';
import { PALETTE } from '../../../../sheets-templates/palette';
import { miseEnPage } from './mise-en-page';
import { filet, police, styleRegle } from './styles';

/** Un lien de l'Accueil vers un onglet du classeur. */
export interface LienInterne {
  readonly cellule: string;
  readonly cible: string;
}

const COLONNES = [3, 8, 30, 88] as const;
const HAUTEURS: Partial<Record<LigneAccueil['sorte'], number>> = {
  titre: 34,
  entreprise: 20,
  section: 26,
  date: 20,
  compteur: 22,
  etape: 18,
  onglet: 17,
  vide: 10,
};

function ecrire(cellule: Cell, valeur: Cell['value'], style: Partial<Style>): void {
  cellule.value = valeur;
  cellule.style = { ...style, alignment: { vertical: 'middle', ...style.alignment } };
}

/** Une formule qui rend un texte, et celui qu'elle montre avant d'être recalculée. */
const vivante = (formule: string, texte: string): Cell['value'] => ({
  formula: toujoursRecalculee(formule, 'texte'),
  result: texte,
  date1904: false,
});

const enLien: Partial<Style> = { font: police({ rvb: PALETTE.accent, underline: true }) };

function poserLigne(feuille: Worksheet, rang: number, ligne: LigneAccueil): LienInterne[] {
  const [b, c, d] = [`B${rang}`, `C${rang}`, `D${rang}`];
  const cellule = (adresse: string): Cell => feuille.getCell(adresse);
  const hauteur = HAUTEURS[ligne.sorte];
  if (hauteur) feuille.getRow(rang).height = hauteur;
  switch (ligne.sorte) {
    case 'titre':
      ecrire(cellule(b), ligne.texte, {
        font: police({ rvb: PALETTE.accent, size: 24, bold: true }),
      });
      return [];
    case 'entreprise':
      ecrire(cellule(b), vivante(ligne.formule, ligne.texte), {
        font: police({ rvb: PALETTE.discret, size: 13 }),
      });
      return [];
    case 'section':
      for (const adresse of [b, c, d])
        ecrire(cellule(adresse), adresse === b ? ligne.texte : null, {
          font: police({ rvb: PALETTE.accent, size: 14, bold: true }),
          border: { bottom: filet(PALETTE.accent) },
        });
      return [];
    case 'date':
      feuille.mergeCells(`${b}:${c}`);
      ecrire(
        cellule(b),
        { formula: ligne.formule, date1904: false },
        {
          font: police({ rvb: PALETTE.discret }),
          numFmt: DATE_LONGUE,
          alignment: { horizontal: 'left' },
        },
      );
      return [];
    case 'compteur': {
      const { formule, libelle, premiere, precision, etat, attention } = ligne.compteur;
      ecrire(
        cellule(b),
        { formula: toujoursRecalculee(formule, 'nombre'), result: 0, date1904: false },
        {
          font: police({ rvb: PALETTE.accent, size: 14, bold: true }),
          numFmt: '0',
          alignment: { horizontal: 'right', indent: 1 },
        },
      );
      const lienVers = `HYPERLINK("#${ligne.cible.replace(/1$/, '')}"&IF(${b}=0,1,${premiere}),"${libelle}")`;
      ecrire(cellule(c), premiere === null ? libelle : vivante(lienVers, libelle), {
        font: police({ rvb: PALETTE.accent, underline: true, size: 11 }),
      });
      ecrire(cellule(d), etat === undefined ? precision : vivante(etat, precision), {
        font: police({ rvb: PALETTE.discret }),
      });
      feuille.addConditionalFormatting({
        ref: b,
        rules: [
          {
            type: 'expression',
            priority: 1,
            formulae: [`${b}=0`],
            style: styleRegle({ formule: '', couleur: PALETTE.discret }),
          },
          ...(attention
            ? [
                {
                  type: 'expression' as const,
                  priority: 2,
                  formulae: [`${b}>0`],
                  style: styleRegle({ formule: '', couleur: PALETTE.attention, gras: true }),
                },
              ]
            : []),
        ],
      });
      const liees = premiere === null ? [b, c] : [b];
      return liees.map((adresse) => ({ cellule: adresse, cible: ligne.cible }));
    }
    case 'etape':
      ecrire(cellule(b), ligne.rang, {
        font: police({ rvb: PALETTE.accent, bold: true }),
        alignment: { horizontal: 'right', indent: 1 },
      });
      ecrire(cellule(c), ligne.texte, { font: police({ bold: true }) });
      ecrire(cellule(d), ligne.detail, { font: police(), alignment: { wrapText: true } });
      feuille.getRow(rang).height = ligne.detail.length > 105 ? 30 : 18;
      return [];
    case 'onglet':
      ecrire(cellule(c), ligne.nom, enLien);
      ecrire(cellule(d), ligne.texte, { font: police() });
      return [{ cellule: c, cible: ligne.cible }];
    case 'pied':
      feuille.mergeCells(`${c}:${d}`);
      ecrire(cellule(c), ligne.texte, {
        font: police({ rvb: PALETTE.discret, size: 9 }),
        alignment: { wrapText: true },
      });
      feuille.getRow(rang).height = ligne.texte.length > 130 ? 26 : 14;
      return [];
    case 'vide':
      return [];
  }
}

/** La première page : ce qui attend, comment commencer, où trouver quoi. */
export function poserAccueil(classeur: Workbook): LienInterne[] {
  const { pageSetup, headerFooter } = miseEnPage(ONGLET_ACCUEIL, 1);
  const { printTitlesRow: _, ...page } = pageSetup;
  const feuille = classeur.addWorksheet(ONGLET_ACCUEIL, {
    properties: { tabColor: { argb: `FF${COULEURS_ONGLETS.quotidien}` } },
    views: [{ state: 'normal', showGridLines: false, activeCell: 'B2' }],
    pageSetup: { ...page, orientation: 'portrait', fitToHeight: 1, horizontalCentered: true },
    headerFooter,
  });
  feuille.columns = COLONNES.map((width) => ({ width, style: { font: police() } }));
  const liens = lignesAccueil().flatMap((ligne, i) => poserLigne(feuille, i + 1, ligne));
  return liens;
}
