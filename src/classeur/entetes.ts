import { normaliser, plusProche } from '../commun/texte';
import { probleme, type Probleme } from '../messages/probleme';
import type { CelluleBrute } from './source';
import type { Table } from './table';

/** Rang (0) de chaque colonne déclarée dans l'onglet tel qu'il est. */
export type Positions = ReadonlyMap<string, number>;

/**
 * Retrouve les colonnes par leur en-tête : l'ordre est libre, d'autres colonnes peuvent s'y mêler.
 * Chaque en-tête manquant ou en double est un problème, qui nomme l'en-tête le plus proche.
 */
export function resoudreEntetes(
  table: Table,
  entetes: readonly CelluleBrute[],
): { positions: Positions; problemes: Probleme[] } {
  const trouves = new Map<string, number>();
  const problemes: Probleme[] = [];
  const doubles = new Set<string>();
  entetes.forEach((cellule, rang) => {
    if (typeof cellule !== 'string' || cellule.trim() === '') return;
    const nom = normaliser(cellule);
    if (trouves.has(nom)) doubles.add(nom);
    else trouves.set(nom, rang);
  });
  const positions = new Map<string, number>();
  const manquants: string[] = [];
  for (const [cle, colonne] of Object.entries(table.colonnes)) {
    const nom = normaliser(colonne.entete);
    const rang = trouves.get(nom);
    if (rang !== undefined) positions.set(cle, rang);
    else if (!colonne.facultative) manquants.push(colonne.entete);
    if (doubles.has(nom)) {
      problemes.push(
        probleme('ENTETE_EN_DOUBLE', { onglet: table.onglet, entete: colonne.entete }),
      );
    }
  }
  const declares = new Set(Object.values(table.colonnes).map((c) => normaliser(c.entete)));
  const libres = entetes.filter(
    (c): c is string => typeof c === 'string' && c.trim() !== '' && !declares.has(normaliser(c)),
  );
  for (const entete of manquants) {
    problemes.push(
      probleme('ENTETE_MANQUANT', {
        onglet: table.onglet,
        entete,
        proche: plusProche(entete, libres),
      }),
    );
  }
  return { positions, problemes };
}
