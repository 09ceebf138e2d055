import type { CleTable } from '../../../src/classeur/tables';
import type { Requete } from '../../../src/sheets-api/rest';
import { PALETTE } from '../../palette';
import { colonnesDeCalcul, type ColonneDeCalcul } from '../../tableau/calculs';
import { couverture, nomDuBloc } from '../../../src/sheets-api/suivre-calculs';
import { nommerPlage } from '../nommer-plage';
import { effacer, zone } from './ecrire-cellules';
import { lieuDe, type Lieux } from '../lieux';
import { couleur, police } from '../style';
import { formuleVivante } from './formules';
import { PAGE } from './places';
import { agrandir, type Feuille } from './poser-page';

type Noms = Feuille['noms'];

/** Un bloc de « Calculs » : ses colonnes, jusqu'où il va, et jusqu'où il allait. */
function blocDe(table: CleTable, colonnes: readonly ColonneDeCalcul[], lieux: Lieux, noms: Noms) {
  const { rangees, onglet } = lieuDe(lieux, table);
  const presente = noms.find((n) => n.name === nomDuBloc(table))?.range?.endRowIndex ?? 0;
  return {
    table,
    de: colonnes.findIndex((c) => c.source === table) + 1,
    combien: colonnes.filter((c) => c.source === table).length,
    fin: couverture(onglet?.occupee ?? 1, rangees, presente),
    presente,
  };
}

/** Une formule par colonne, que Sheets recopie vers le bas ; un nom dit où finit chaque bloc. */
export function poserCalculs({ sheetId, json, noms }: Feuille, lieux: Lieux): Requete[] {
  const colonnes = colonnesDeCalcul();
  const blocs = [...new Set(colonnes.map((c) => c.source))].map((table) =>
    blocDe(table, colonnes, lieux, noms),
  );
  const hauteur = Math.max(...blocs.map((b) => b.fin));
  const entete = zone(sheetId, 1, 1, 1, colonnes.length);
  const grille = json?.properties?.gridProperties ?? PAGE;
  return [
    ...agrandir(sheetId, 'ROWS', hauteur, grille.rowCount),
    ...agrandir(sheetId, 'COLUMNS', colonnes.length, grille.columnCount),
    {
      updateCells: {
        range: entete,
        rows: [{ values: colonnes.map((c) => ({ userEnteredValue: { stringValue: c.entete } })) }],
        fields: 'userEnteredValue',
      },
    },
    {
      repeatCell: {
        range: entete,
        cell: {
          userEnteredFormat: {
            backgroundColorStyle: couleur(PALETTE.accent),
            textFormat: police(PALETTE.blanc, { bold: true }),
          },
        },
        fields: 'userEnteredFormat',
      },
    },
    ...blocs.flatMap((bloc) => poserBloc(sheetId, bloc, colonnes, lieux)),
    ...blocs.flatMap(({ table, de, combien, fin }) =>
      nommerPlage(noms, nomDuBloc(table), zone(sheetId, 2, de, fin - 1, combien)),
    ),
  ];
}

function poserBloc(
  sheetId: number,
  { de, combien, fin, presente }: ReturnType<typeof blocDe>,
  colonnes: readonly ColonneDeCalcul[],
  lieux: Lieux,
): Requete[] {
  const formules = colonnes.slice(de - 1, de - 1 + combien).map(({ formule }, i): Requete => ({
    repeatCell: {
      range: zone(sheetId, 2, de + i, fin - 1),
      cell: { userEnteredValue: { formulaValue: formuleVivante(`=${formule}`, lieux) } },
      fields: 'userEnteredValue',
    },
  }));
  const reste = zone(sheetId, fin + 1, de, presente - fin, combien);
  return presente > fin ? [...formules, effacer(reste, 'userEnteredValue')] : formules;
}
