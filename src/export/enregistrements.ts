import type { Colonne } from '../classeur/colonne';
import type { ValeurBrute } from '../classeur/ecrire-cellule';
import type { Snapshot } from '../classeur/snapshot';
import { TABLES, type CleTable, type TableEchangeable } from '../classeur/tables';

/** Un enregistrement à exporter : ses valeurs, et le texte d'origine des cellules illisibles. */
export type EnregistrementExporte = Readonly<Record<string, unknown>>;

export function colonnesExportees(table: CleTable): readonly (readonly [string, Colonne])[] {
  return Object.entries(TABLES[table].colonnes);
}

/** Les enregistrements d'une table, dans l'ordre du classeur ; rien n'est filtré ni arrangé. */
export function* enregistrements(
  snapshot: Snapshot,
  table: CleTable,
): Generator<EnregistrementExporte> {
  const illisibles = new Map<number, Record<string, ValeurBrute | number>>();
  const colonnes: Readonly<Record<string, Colonne>> = TABLES[table].colonnes;
  for (const { ligne, colonne, valeur, nombre } of snapshot.illisiblesDe(table)) {
    // Un taux démesuré est un nombre dans sa cellule : il le reste, « 150 % » et non « 1.5 ».
    const garde =
      nombre !== undefined && colonnes[colonne]?.genre === 'taux' ? nombre : { brut: valeur };
    illisibles.set(ligne, { ...illisibles.get(ligne), [colonne]: garde });
  }
  for (const lu of snapshot.tables[table]) yield { ...lu, ...illisibles.get(lu.ligne) };
}

/** Une table prête à écrire dans un classeur, ses lignes lues au fil de l'eau. */
export interface TableExportee {
  readonly onglet: string;
  readonly colonnes: readonly Colonne[];
  /** Les valeurs d'un enregistrement, dans l'ordre des colonnes. */
  readonly lignes: Iterable<readonly unknown[]>;
}

export function tableExportee(snapshot: Snapshot, table: TableEchangeable): TableExportee {
  const colonnes = colonnesExportees(table);
  return {
    onglet: TABLES[table].onglet,
    colonnes: colonnes.map(([, colonne]) => colonne),
    lignes: {
      *[Symbol.iterator]() {
        for (const e of enregistrements(snapshot, table)) yield colonnes.map(([cle]) => e[cle]);
      },
    },
  };
}
