import type { Snapshot } from './snapshot';
import { TABLES, type CleTable } from './tables';

/** Adresse complète d'une cellule : `Devis!F12`, `'Revue hebdo'!A3` ; l'onglet seul si la colonne manque. */
export function lienCellule(
  snapshot: Snapshot,
  table: CleTable,
  ligne: number,
  colonne: string,
): string {
  const { onglet } = TABLES[table];
  const nom = /[\s']/.test(onglet) ? `'${onglet.replace(/'/g, "''")}'` : onglet;
  return `${nom}!${snapshot.adresse(table, ligne, colonne) ?? `A${ligne}`}`;
}
