import { TABLES } from '../../../src/classeur/tables';
import { LISTES } from '../../../sheets-templates/listes';
import type { ListeVue } from '../protocole';
import type { Cellules } from './grille';
import { positionsDe, type OngletDeclare } from './positions';

/** Les listes déroulantes d'un onglet : valeurs fixes, ou tirées d'un autre onglet tel qu'il est. */
export function listesDe(
  { aspect, positions }: OngletDeclare,
  grille: ReadonlyMap<string, Cellules>,
): ListeVue[] {
  return aspect.colonnes.flatMap(({ cle, validation }): ListeVue[] => {
    const rang = positions.get(cle);
    if (rang === undefined || !validation) return [];
    const { stricte } = validation;
    if (validation.genre === 'valeurs') return [{ rang, valeurs: validation.valeurs, stricte }];
    if (validation.genre !== 'liste') return [];
    return [{ rang, valeurs: valeursDe(validation.nom, grille), stricte }];
  });
}

function valeursDe(nom: string, grille: ReadonlyMap<string, Cellules>): string[] {
  const liste = LISTES.find((l) => l.nom === nom);
  if (!liste) return [];
  const { onglet } = TABLES[liste.table];
  const cellules = grille.get(onglet) ?? [];
  const rang = positionsDe(onglet, cellules)?.positions.get(liste.colonne);
  if (rang === undefined) return [];
  const valeurs = cellules.slice(1).map((rangee) => rangee?.[rang]?.valeur);
  return [...new Set(valeurs.filter((v) => v !== undefined && v !== '').map(String))];
}
