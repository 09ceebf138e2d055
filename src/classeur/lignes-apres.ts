import type { Changement } from './changements';
import type { TablesLues } from './snapshot';
import type { CleTable, Ligne } from './tables';

/** Les lignes qu'une table aura après des changements, sans les écrire. */
export function lignesApres<K extends CleTable>(
  table: K,
  avant: Partial<TablesLues>,
  changements: readonly Changement[],
): Partial<Ligne<K>>[] {
  const lignes = new Map<number, Partial<Ligne<K>>>();
  const neuves: Partial<Ligne<K>>[] = [];
  for (const ligne of (avant[table] ?? []) as readonly Ligne<K>[]) lignes.set(ligne.ligne, ligne);
  for (const c of changements) {
    if (c.table !== table) continue;
    if (c.type === 'ajouter') neuves.push(c.valeurs as Partial<Ligne<K>>);
    else if (c.type === 'supprimer') lignes.delete(c.ligne);
    else if (c.type === 'modifier') {
      lignes.set(c.ligne, { ...lignes.get(c.ligne), ...c.apres } as Partial<Ligne<K>>);
    } else {
      lignes.clear();
      neuves.push(...(c.lignes as readonly Partial<Ligne<K>>[]));
    }
  }
  return [...lignes.values(), ...neuves];
}
