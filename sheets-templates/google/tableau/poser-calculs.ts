import type { CleTable } from '../../../src/classeur/tables';
import type { OngletJson } from '../../../src/sheets-api/reponses';
import type { Requete } from '../../../src/sheets-api/rest';
import { PALETTE } from '../../palette';
import { colonnesDeCalcul } from '../../tableau/calculs';
import { lieuDe, type Lieux } from '../lieux';
import { couleur, police } from '../style';
import { formuleVivante } from './formules';
import { PAGE } from './places';
import { agrandir } from './poser-page';

/** Lignes de calcul d'un onglet, au moins. */
const DEPART = 200;

/**
 * La dernière ligne calculée d'un onglet : de quoi en voir venir moitié plus, sans dépasser son
 * bas, où INDEX serait une erreur.
 */
function couverture(lieux: Lieux, source: CleTable): number {
  const { rangees, onglet } = lieuDe(lieux, source);
  return Math.min(rangees, DEPART + Math.ceil(((onglet?.occupee ?? 1) * 3) / 2));
}

/** La hauteur de « Calculs » : sa ligne n lit la ligne n des onglets. */
const hauteurDesCalculs = (lieux: Lieux): number =>
  Math.max(...colonnesDeCalcul().map(({ source }) => couverture(lieux, source)));

/** Une formule par colonne, que Sheets recopie vers le bas. */
export function poserCalculs(
  sheetId: number,
  json: OngletJson | undefined,
  lieux: Lieux,
): Requete[] {
  const colonnes = colonnesDeCalcul();
  const grille = json?.properties?.gridProperties ?? PAGE;
  return [
    ...agrandir(sheetId, 'ROWS', hauteurDesCalculs(lieux), grille.rowCount),
    ...agrandir(sheetId, 'COLUMNS', colonnes.length, grille.columnCount),
    {
      updateCells: {
        range: {
          ...{ sheetId, startRowIndex: 0, endRowIndex: 1 },
          ...{ startColumnIndex: 0, endColumnIndex: colonnes.length },
        },
        rows: [
          {
            values: colonnes.map(({ entete }) => ({
              userEnteredValue: { stringValue: entete },
              userEnteredFormat: {
                backgroundColorStyle: couleur(PALETTE.accent),
                textFormat: police(PALETTE.blanc, { bold: true }),
              },
            })),
          },
        ],
        fields: 'userEnteredValue,userEnteredFormat',
      },
    },
    ...colonnes.map(({ source, formule }, i): Requete => ({
      repeatCell: {
        range: {
          ...{ sheetId, startRowIndex: 1, endRowIndex: couverture(lieux, source) },
          ...{ startColumnIndex: i, endColumnIndex: i + 1 },
        },
        cell: { userEnteredValue: { formulaValue: formuleVivante(`=${formule}`, lieux) } },
        fields: 'userEnteredValue',
      },
    })),
  ];
}
