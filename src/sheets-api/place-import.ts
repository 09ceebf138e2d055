import type { Changement } from '../classeur/changements';
import { refus } from '../classeur/erreur-classeur';
import { TABLES, type CleTable } from '../classeur/tables';
import type { EtatGoogle } from './lire-etat';

/** Ce qu'un classeur Google contient au plus. */
export const CELLULES_PERMISES = 10_000_000;
/** Lignes de Journal que les envois eux-mêmes ajoutent, et rangées gardées libres : au plus. */
const MARGE = 500;

/** @throws ErreurClasseur si le classeur n'a pas la place de tout l'import : on le sait avant d'écrire. */
export function exigerPlace(etat: EtatGoogle, changements: readonly Changement[]): void {
  const lignes = new Map<CleTable, number>();
  const compter = (table: CleTable): void => void lignes.set(table, (lignes.get(table) ?? 0) + 1);
  for (const c of changements) {
    if (c.type === 'ajouter') compter(c.table);
    else if (TABLES[c.table].nature === 'saisie') compter('journal');
  }
  let ajoutees = 0;
  for (const [table, nombre] of lignes) {
    const onglet = etat.onglets.get(table);
    if (!onglet) continue;
    const manquent = onglet.derniere + nombre + MARGE - onglet.rangees;
    if (manquent > MARGE) ajoutees += manquent * onglet.colonnes;
  }
  const presentes = etat.cellules;
  if (ajoutees > 0 && presentes + ajoutees > CELLULES_PERMISES)
    throw refus('IMPORT_TROP_GRAND', { presentes, ajoutees, permises: CELLULES_PERMISES });
}
