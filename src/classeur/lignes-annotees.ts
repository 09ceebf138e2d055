import { probleme, type Probleme } from '../messages/probleme';
import type { Changement } from './changements';
import type { Plan } from './plan';
import { lettreColonne } from './source';
import { TABLES, type CleTable } from './tables';

/** Une valeur qu'une personne a tapée dans une colonne qui n'est pas du produit. */
export interface CelluleAnnotee {
  readonly ligne: number;
  readonly rang: number;
  readonly entete: string;
  readonly valeur: string;
}

/**
 * Les lignes qu'un lot supprime et qu'une personne a annotées : on ne les vide pas, sa note ne parlerait
 * plus de rien. `lire` : les annotations d'un onglet, telles que le support les connaît.
 */
export function annoteesParmi(
  changements: readonly Changement[],
  lire: (table: CleTable) => readonly CelluleAnnotee[],
): Probleme[] {
  return [...lignesSupprimees(changements)].flatMap(([table, noms]) =>
    lire(table).flatMap(({ ligne, rang, entete, valeur }) => {
      const nom = noms.get(ligne);
      if (nom === undefined) return [];
      const cellule = `${lettreColonne(rang)}${ligne}`;
      const { onglet } = TABLES[table];
      return [probleme('ANNULATION_NOTE_PERSONNELLE', { nom, onglet, cellule, entete, valeur })];
    }),
  );
}

/** Ce qu'un plan supprime, ou supprimerait s'il n'était pas refusé. */
export function aRegarder({ changements, retenus = [] }: Plan<unknown>): readonly Changement[] {
  return changements.length > 0 ? changements : retenus;
}

/** Par table, les lignes supprimées et le nom de leur enregistrement. */
export function lignesSupprimees(
  changements: readonly Changement[],
): Map<CleTable, Map<number, string>> {
  const parTable = new Map<CleTable, Map<number, string>>();
  for (const c of changements) {
    if (c.type !== 'supprimer') continue;
    const noms = parTable.get(c.table) ?? new Map<number, string>();
    parTable.set(c.table, noms.set(c.ligne, c.nom));
  }
  return parTable;
}
