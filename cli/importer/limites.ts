import type { Snapshot } from '../../src/classeur/snapshot';
import { CLES_TABLES, TABLES, type CleTable } from '../../src/classeur/tables';
import { probleme, type Probleme } from '../../src/messages/probleme';
import { MAX_LIGNES } from '../workbooks/xlsx/plages';

/** Cellules d'un classeur Google, tous onglets réunis. */
const MAX_CELLULES_GOOGLE = 10_000_000;

/** Ce que le classeur ne pourrait pas contenir après l'import, dit avant de rien écrire. */
export function limitesDepassees(
  snapshot: Snapshot,
  ajouts: ReadonlyMap<CleTable, number>,
  google: boolean,
): Probleme[] {
  const limites: Probleme[] = [];
  for (const [cle, nombre] of ajouts) {
    const lignes = 1 + snapshot.tables[cle].length + nombre;
    if (lignes > MAX_LIGNES)
      limites.push(probleme('IMPORT_ONGLET_TROP_PETIT', { onglet: TABLES[cle].onglet, lignes }));
  }
  if (!google) return limites;
  let cellules = 0;
  for (const cle of CLES_TABLES) {
    const lignes = 1 + snapshot.tables[cle].length + (ajouts.get(cle) ?? 0);
    cellules += lignes * Object.keys(TABLES[cle].colonnes).length;
  }
  if (cellules > MAX_CELLULES_GOOGLE)
    limites.push(probleme('IMPORT_GOOGLE_TROP_PETIT', { cellules }));
  return limites;
}
