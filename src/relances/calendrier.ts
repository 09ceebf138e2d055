import type { Modele } from '../classeur/tables/modeles';
import { ajouterJours, jourDeSemaine, type DateCivile } from '../commun/date-civile';

/** Jour de la relance qui suit `relancesFaites`, reporté du week-end ; `null` quand toutes sont faites. */
export function prochaineRelanceApres(
  envoyeLe: DateCivile,
  relancesFaites: number,
  modeles: readonly Modele[],
  _alsaceMoselle: boolean,
): DateCivile | null {
  const definies = modeles.filter((m) => m.usage === 'Relance devis');
  const delais =
    definies.length > 0
      ? definies.filter((m) => m.actif !== false).flatMap((m) => m.delaiJours ?? [])
      : [7, 15, 30];
  const delai = delais.sort((a, b) => a - b)[relancesFaites];
  if (delai === undefined) return null;
  let jour = ajouterJours(envoyeLe, delai);
  while (jourDeSemaine(jour) > 5) jour = ajouterJours(jour, 1);
  return jour;
}
