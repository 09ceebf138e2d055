import type { TableEchangeable } from '../classeur/tables';
import { normaliser } from '../commun/texte';
import { chercherEntete } from './entete';
import { nomCompare, nomsConnus } from './noms-connus';
import type { Profil } from './profil';
import type { LigneSource } from './source';

/** Un nom de colonne que cette table, ou ce profil, connaît. */
export function nomReconnu(
  table: TableEchangeable,
  profil: Profil | null,
): (nom: string) => boolean {
  const connus = nomsConnus(table).colonnes;
  const etrangers = new Set(Object.values(profil?.colonnes ?? {}).map(normaliser));
  return (nom) => connus.has(nomCompare(nom)) || etrangers.has(normaliser(nom));
}

/** Ce que vaut une feuille pour cette table : le nombre de ses colonnes reconnues. */
export function noterFeuille(
  table: TableEchangeable,
  profil: Profil | null,
): (lignes: readonly LigneSource[]) => number {
  const estConnu = nomReconnu(table, profil);
  return (lignes) => chercherEntete(lignes, estConnu).connus;
}
