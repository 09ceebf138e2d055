import { agrandir, hauteurRemplie, melanger, poserRangee, transformer } from '../grille';
import { ErreurApi, invalide } from '../erreur-api';
import type { Classeur, Feuille, Rangee } from '../modele';
import { resoudre, trouverFeuille } from '../plages';
import type { Rectangle } from '../plages';
import { designe } from '../schema/masque';
import type { Masque } from '../schema/masque';
import type { TypeGoogle } from '../schema/types';
import { recopieur } from '../recopier';
import { masqueDe } from './masque-de';
import { refuserColonneTypee } from './tables';

/** `effectiveValue` est calculée par Google : l'écrire n'a pas de sens. */
function masqueCellule(fields: string | undefined): Masque {
  const masque = masqueDe(fields, 'CellData');
  if (masque !== null && designe(masque, 'effectiveValue')) {
    throw invalide('effectiveValue is read-only.');
  }
  return masque;
}

/** Le rectangle à écrire : la plage donnée, ou juste ce que couvrent les rangées depuis `start`. */
function zone(
  c: Classeur,
  r: TypeGoogle<'UpdateCellsRequest'>,
): {
  feuille: Feuille;
  rectangle: Rectangle;
} {
  if (r.range) return resoudre(c, r.range);
  if (!r.start) throw invalide('One of start or range must be specified.');
  const feuille = trouverFeuille(c, r.start.sheetId);
  const ligne0 = r.start.rowIndex ?? 0;
  const colonne0 = r.start.columnIndex ?? 0;
  for (const [nom, rang, taille] of [
    ['row', ligne0, feuille.nbLignes],
    ['column', colonne0, feuille.nbColonnes],
  ] as const) {
    if (rang < 0) throw invalide(`GridCoordinate.${nom}Index[${rang}] must be positive.`);
    if (rang >= taille) {
      throw invalide(
        `GridCoordinate.${nom}Index[${rang}] is after last ${nom} in grid[${taille - 1}]`,
      );
    }
  }
  const rectangle = {
    ligne0,
    ligne1: Math.min(ligne0 + (r.rows?.length ?? 0), feuille.nbLignes),
    colonne0,
    colonne1: feuille.nbColonnes,
  };
  return { feuille, rectangle };
}

function refuserDebordement(z: Rectangle, rows: readonly TypeGoogle<'RowData'>[]): void {
  if (z.ligne0 + rows.length > z.ligne1) {
    throw invalide(
      `Attempting to write row: ${z.ligne1}, beyond the last requested row of: ${z.ligne1 - 1}`,
    );
  }
  const large = rows.some((row) => z.colonne0 + (row.values?.length ?? 0) > z.colonne1);
  if (large) {
    throw invalide(
      `Attempting to write column: ${z.colonne1}, beyond the last requested column of: ${z.colonne1 - 1}`,
    );
  }
}

export function updateCells(c: Classeur, r: TypeGoogle<'UpdateCellsRequest'>): object {
  const masque = masqueCellule(r.fields);
  const { feuille, rectangle } = zone(c, r);
  const rows = r.rows ?? [];
  refuserDebordement(rectangle, rows);
  refuserColonneTypee(feuille, rectangle, masque);
  for (let ligne = rectangle.ligne0; ligne < rectangle.ligne1; ligne += 1) {
    const valeurs = rows[ligne - rectangle.ligne0]?.values ?? [];
    // Depuis `start`, seules les cellules données changent ; dans une plage, les autres sont vidées.
    const colonne1 = r.range ? rectangle.colonne1 : rectangle.colonne0 + valeurs.length;
    transformer(
      feuille,
      { ...rectangle, ligne0: ligne, ligne1: ligne + 1, colonne1 },
      (ancienne, _, col) => melanger(c, ancienne, valeurs[col - rectangle.colonne0], masque),
    );
  }
  return {};
}

export function repeatCell(c: Classeur, r: TypeGoogle<'RepeatCellRequest'>): object {
  const masque = masqueCellule(r.fields);
  const { feuille, rectangle } = resoudre(c, r.range);
  refuserColonneTypee(feuille, rectangle, masque);
  const formule = r.cell?.userEnteredValue?.formulaValue;
  const recopier = formule === undefined ? null : recopieur(formule);
  transformer(feuille, rectangle, (ancienne, ligne, col) => {
    if (!recopier) return melanger(c, ancienne, r.cell, masque);
    const formulaValue = recopier(ligne - rectangle.ligne0, col - rectangle.colonne0);
    return melanger(c, ancienne, { ...r.cell, userEnteredValue: { formulaValue } }, masque);
  });
  return {};
}

/** Après la dernière rangée qui porte une valeur, dans n'importe quelle colonne de la feuille. */
export function appendCells(c: Classeur, r: TypeGoogle<'AppendCellsRequest'>): object {
  if (r.tableId !== undefined) {
    // Observé : Google agrandit la table et perd les valeurs, sans rien dire.
    throw new ErreurApi(501, 'appendCells.tableId: Google drops the values (not emulated).');
  }
  const feuille = trouverFeuille(c, r.sheetId);
  const masque = masqueCellule(r.fields);
  const rows = r.rows ?? [];
  const debut = hauteurRemplie(feuille);
  const largeur = rows.reduce((n, row) => Math.max(n, row.values?.length ?? 0), 0);
  agrandir(c, feuille, debut + rows.length, largeur);
  const zoneEcrite = { ligne0: debut, ligne1: debut + rows.length, colonne0: 0, colonne1: largeur };
  refuserColonneTypee(feuille, zoneEcrite, masque);
  rows.forEach((row, i) => {
    const ancienne: Rangee = feuille.rangees[debut + i] ?? [];
    const ecrites = row.values ?? [];
    const neuve = ecrites.map((v, col) => melanger(c, ancienne[col], v, masque));
    poserRangee(feuille, debut + i, [...neuve, ...ancienne.slice(ecrites.length)]);
  });
  return {};
}
