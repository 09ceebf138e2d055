import { formatDe } from '../../src/sheets-api/formats';
import type { Cellule, FormatCellule, PlageGrille, Requete } from '../../src/sheets-api/rest';
import { TABLES } from '../../src/classeur/tables';
import type { Colonne } from '../../src/classeur/colonne';
import type { AspectColonne, AspectOnglet } from '../onglet';
import { PALETTE } from '../palette';
import { aligner, couleur, filet, pixelsDeHauteur, pixelsDeLargeur, police } from './style';

const HAUTEUR_ENTETE = 34;

/** L'en-tête d'une colonne : blanc gras sur l'accent, et ce qu'il faut y écrire en note. */
export function celluleEntete(colonne: AspectColonne): Cellule {
  return {
    userEnteredValue: { stringValue: colonne.entete },
    note: colonne.note,
    userEnteredFormat: {
      ...aligner(colonne.alignement === 'right' ? 'center' : 'left'),
      backgroundColorStyle: couleur(PALETTE.accent),
      verticalAlignment: 'MIDDLE',
      wrapStrategy: 'WRAP',
      textFormat: police(PALETTE.blanc, { bold: true }),
    },
  };
}
export const CHAMPS_ENTETE = 'userEnteredValue,userEnteredFormat,note';

function formatCorps(table: AspectOnglet['cle'], colonne: AspectColonne): FormatCellule {
  const colonnes: Readonly<Record<string, Colonne>> = TABLES[table].colonnes;
  const numberFormat = formatDe(colonnes[colonne.cle]?.genre ?? 'texte');
  return {
    ...(numberFormat ? { numberFormat } : {}),
    ...(colonne.fond ? { backgroundColorStyle: couleur(colonne.fond) } : {}),
    ...aligner(colonne.alignement),
    verticalAlignment: colonne.vertical === 'top' ? 'TOP' : 'MIDDLE',
    ...(colonne.retourALaLigne ? { wrapStrategy: 'WRAP' as const } : {}),
    borders: { bottom: filet() },
    textFormat: police(colonne.couleur),
  };
}

const colonneDe = (sheetId: number, rang: number) =>
  ({ sheetId, dimension: 'COLUMNS', startIndex: rang, endIndex: rang + 1 }) as const;

/** Les cellules de données d'une colonne, jusqu'au bas de l'onglet. */
export const plageDeColonne = (sheetId: number, rang: number): PlageGrille => ({
  sheetId,
  startRowIndex: 1,
  startColumnIndex: rang,
  endColumnIndex: rang + 1,
});

/** Une colonne neuve : sa largeur, et le format que prendra ce que l'on y tape. */
export function poserColonne(
  { cle }: AspectOnglet,
  colonne: AspectColonne,
  sheetId: number,
  rang: number,
): Requete[] {
  return [
    {
      updateDimensionProperties: {
        range: colonneDe(sheetId, rang),
        properties: { pixelSize: pixelsDeLargeur(colonne.largeur) },
        fields: 'pixelSize',
      },
    },
    {
      repeatCell: {
        range: plageDeColonne(sheetId, rang),
        cell: { userEnteredFormat: formatCorps(cle, colonne) },
        fields: 'userEnteredFormat',
      },
    },
  ];
}

export const hauteurEntete = (sheetId: number): Requete => ({
  updateDimensionProperties: {
    range: { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: 1 },
    properties: { pixelSize: pixelsDeHauteur(HAUTEUR_ENTETE) },
    fields: 'pixelSize',
  },
});
