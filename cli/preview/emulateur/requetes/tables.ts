import { ErreurApi, invalide } from '../erreur-api';
import { celluleEn, transformer, valeurEffective } from '../grille';
import { tirerId } from '../modele';
import type { Classeur, Feuille } from '../modele';
import { chevauche, enPlage, resoudre } from '../plages';
import type { Rectangle } from '../plages';
import { designe, fusionner } from '../schema/masque';
import type { Masque } from '../schema/masque';
import type { TypeGoogle } from '../schema/types';
import { masqueDe } from './masque-de';

type Table = TypeGoogle<'Table'>;
type Colonne = TypeGoogle<'TableColumnProperties'>;

const largeurDe = (t: Table) => (t.range?.endColumnIndex ?? 0) - (t.range?.startColumnIndex ?? 0);

/**
 * Une colonne typée d'une table décide de son format et de sa validation : Google refuse qu'une
 * requête les pose sur ses cellules.
 */
export function refuserColonneTypee(f: Feuille, r: Rectangle, masque: Masque): void {
  const regle =
    masque !== null &&
    (designe(masque, 'dataValidation') || designe(masque, 'userEnteredFormat', 'numberFormat'));
  if (!regle) return;
  for (const table of f.tables) {
    const {
      startRowIndex: l0 = 0,
      endRowIndex: l1 = 0,
      startColumnIndex: c0 = 0,
    } = table.range ?? {};
    if (r.ligne0 >= l1 || r.ligne1 <= l0 + 1) continue;
    const typee = table.columnProperties?.some(
      (p, i) => p.columnType !== undefined && c0 + i >= r.colonne0 && c0 + i < r.colonne1,
    );
    if (typee) throw invalide('This operation is not allowed on cells in typed columns.');
  }
}

function controler(c: Classeur, f: Feuille, table: Table): void {
  if (table.rowsProperties?.footerColorStyle) {
    // Observé : Google change la dernière ligne de données en totaux.
    throw new ErreurApi(501, 'footerColorStyle: Google overwrites the last row (not emulated).');
  }
  const nom = table.name ?? '';
  if (nom === '') throw invalide('Table name must be specified.');
  const toutes = c.feuilles.flatMap((x) => x.tables).filter((t) => t.tableId !== table.tableId);
  if (toutes.some((t) => t.name?.toLowerCase() === nom.toLowerCase())) {
    throw invalide(`A table with the name "${nom}" already exists.`);
  }
  if (
    f.tables.some(
      (t) => t.tableId !== table.tableId && chevauche(f, t.range ?? {}, table.range ?? {}),
    )
  ) {
    throw invalide('You cannot create a table that overlaps another table.');
  }
}

/** Range les colonnes déclarées à leur place ; refuse un type de colonne incohérent. */
function colonnesDe(table: Table): readonly Colonne[] {
  const colonnes: Colonne[] = Array.from({ length: largeurDe(table) }, () => ({}));
  table.columnProperties?.forEach((p) => {
    const { columnIndex: i = 0, columnName: _, ...reste } = p;
    if (i < 0 || i >= colonnes.length) {
      throw invalide(`columnProperties.columnIndex[${i}] is outside of the table.`);
    }
    const type = p.dataValidationRule?.condition?.type;
    if ((p.columnType === 'DROPDOWN') !== (type === 'ONE_OF_LIST')) {
      throw invalide(
        'A ONE_OF_LIST dataValidationRule must be set for DROPDOWN columns, and only for them.',
      );
    }
    colonnes[i] = reste;
  });
  return colonnes;
}

/** Les noms donnés deviennent l'en-tête ; une case vide reçoit « Column n », comme chez Google. */
function ecrireEntete(f: Feuille, table: Table): void {
  const {
    startRowIndex: ligne = 0,
    startColumnIndex: c0 = 0,
    endColumnIndex: c1 = 0,
  } = table.range ?? {};
  const noms = new Map(table.columnProperties?.map((p) => [p.columnIndex ?? 0, p.columnName]));
  const entete = { ligne0: ligne, ligne1: ligne + 1, colonne0: c0, colonne1: c1 };
  transformer(f, entete, (ancienne, _, colonne) => {
    const nom = noms.get(colonne - c0);
    const vide = ancienne?.userEnteredValue === undefined;
    const texte = nom ?? (vide ? `Column ${colonne - c0 + 1}` : undefined);
    return texte === undefined
      ? ancienne
      : { ...ancienne, userEnteredValue: { stringValue: texte } };
  });
}

/** Telle que Google la rend : le nom des colonnes est celui de l'en-tête. */
export function montrerTable(f: Feuille, table: Table): Table {
  const { startRowIndex: ligne = 0, startColumnIndex: c0 = 0 } = table.range ?? {};
  const columnProperties = table.columnProperties?.map((p, i) => {
    const v = valeurEffective(celluleEn(f, ligne, c0 + i));
    const nom = v?.stringValue ?? v?.numberValue ?? v?.boolValue ?? `Column ${i + 1}`;
    return { ...(i === 0 ? {} : { columnIndex: i }), columnName: String(nom), ...p };
  });
  return { ...table, ...(columnProperties ? { columnProperties } : {}) };
}

export function addTable(c: Classeur, r: TypeGoogle<'AddTableRequest'>): object {
  const { feuille, rectangle } = resoudre(c, r.table?.range);
  const range = enPlage(feuille, rectangle);
  const tableId = r.table?.tableId ?? String(tirerId(c));
  if (c.feuilles.some((f) => f.tables.some((t) => t.tableId === tableId))) {
    throw invalide(`A table with id ${tableId} already exists.`);
  }
  const table: Table = { ...r.table, tableId, range };
  controler(c, feuille, table);
  const columnProperties = colonnesDe(table);
  ecrireEntete(feuille, table);
  const gardee = { ...table, columnProperties };
  feuille.tables = [...feuille.tables, gardee];
  return { table: montrerTable(feuille, gardee) };
}

function trouverTable(c: Classeur, id: string | undefined): { feuille: Feuille; table: Table } {
  for (const feuille of c.feuilles) {
    const table = feuille.tables.find((t) => t.tableId === id);
    if (table) return { feuille, table };
  }
  throw invalide(`No table with id: ${id ?? ''}`);
}

export function updateTable(c: Classeur, r: TypeGoogle<'UpdateTableRequest'>): object {
  const { feuille, table } = trouverTable(c, r.table?.tableId);
  const masque = masqueDe(r.fields, 'Table');
  const fusion = fusionner(montrerTable(feuille, table), r.table ?? {}, masque);
  const { feuille: cible, rectangle } = resoudre(c, fusion.range);
  if (cible !== feuille) throw invalide('A table cannot be moved to another sheet.');
  const neuve = { ...fusion, tableId: table.tableId, range: enPlage(feuille, rectangle) } as Table;
  controler(c, feuille, neuve);
  const columnProperties = colonnesDe(neuve);
  ecrireEntete(feuille, neuve);
  const gardee = { ...neuve, columnProperties };
  feuille.tables = feuille.tables.map((t) => (t === table ? gardee : t));
  return {};
}

/** La table s'en va, ses cellules restent. */
export function deleteTable(c: Classeur, r: TypeGoogle<'DeleteTableRequest'>): object {
  const { feuille, table } = trouverTable(c, r.tableId);
  feuille.tables = feuille.tables.filter((t) => t !== table);
  return {};
}
