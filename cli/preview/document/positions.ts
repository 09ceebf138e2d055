import { resoudreEntetes } from '../../../src/classeur/entetes';
import { CLES_TABLES, TABLES } from '../../../src/classeur/tables';
import { normaliser } from '../../../src/commun/texte';
import { ONGLETS, type AspectOnglet } from '../../../sheets-templates/onglet';
import type { Cellules } from './grille';

/** Un onglet du produit : son aspect, et le rang de chaque colonne déclarée. */
export interface OngletDeclare {
  readonly aspect: AspectOnglet;
  readonly positions: ReadonlyMap<string, number>;
}

/** L'onglet du produit qui porte ce nom ; `null` : c'est un onglet de l'utilisateur. */
export function positionsDe(nom: string, cellules: Cellules): OngletDeclare | null {
  const voulu = normaliser(nom);
  const cle = CLES_TABLES.find((c) => normaliser(TABLES[c].onglet) === voulu);
  const aspect = ONGLETS.find((o) => o.cle === cle);
  if (cle === undefined || !aspect) return null;
  const entete = (cellules[0] ?? []).map((c) => c?.valeur);
  return { aspect, positions: resoudreEntetes(TABLES[cle], entete).positions };
}
