import { probleme, type Probleme } from '../messages/probleme';
import type { Colonne } from './colonne';
import type { Snapshot } from './snapshot';
import { TABLES, type CleTable, type Tables } from './tables';

/**
 * Le problème d'une cellule dont une décision a besoin et qui n'est pas comprise ; vide sinon.
 * Une cellule illisible ne vaut jamais une cellule vide.
 */
export function illisible<K extends CleTable>(
  snapshot: Snapshot,
  table: K,
  ligne: number,
  ...colonnes: readonly (keyof Tables[K]['colonnes'] & string)[]
): Probleme[] {
  return colonnes
    .filter((colonne) => snapshot.estIllisible(table, ligne, colonne))
    .map((colonne) => {
      const entetes: Readonly<Record<string, Colonne>> = TABLES[table].colonnes;
      const cellule = snapshot.illisibles.find(
        (c) => c.table === table && c.ligne === ligne && c.colonne === colonne,
      );
      return probleme('CELLULE_A_CORRIGER', {
        onglet: TABLES[table].onglet,
        cellule: snapshot.adresse(table, ligne, colonne) ?? '',
        entete: entetes[colonne]?.entete ?? colonne,
        valeur: cellule?.valeur ?? '',
      });
    });
}
