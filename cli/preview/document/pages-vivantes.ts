import { colonnesDeCalcul } from '../../../sheets-templates/tableau/calculs';
import { TABLES } from '../../../src/classeur/tables';
import { NOM_MOIS, NOM_RESPONSABLE, ONGLET_TABLEAU } from '../../../src/tableau-de-bord/onglets';
import type { NomLu } from '../../workbooks/xlsx/lire-noms';
import { lirePlage } from '../../workbooks/xlsx/plages';
import type { Cellules, Grille } from './grille';

export interface Place {
  /** À partir de 1. */
  readonly ligne: number;
  readonly rang: number;
}

/** Les cellules du tableau de bord où l'on choisit ce qu'il montre : mois, responsable. */
export function choixDuTableau(
  noms: readonly NomLu[],
  ...voulus: readonly (typeof NOM_MOIS | typeof NOM_RESPONSABLE)[]
): Place[] {
  return noms
    .filter(({ nom }) => voulus.some((v) => v === nom))
    .flatMap(({ reference }) => {
      const place = lirePlage(reference.slice(reference.lastIndexOf('!') + 1));
      return place ? [{ ligne: place.l1, rang: place.c1 }] : [];
    });
}

export const estChoix = (noms: readonly NomLu[], onglet: string, { ligne, rang }: Place): boolean =>
  onglet === ONGLET_TABLEAU &&
  choixDuTableau(noms, NOM_MOIS, NOM_RESPONSABLE).some((c) => c.ligne === ligne && c.rang === rang);

/** « Calculs », jusqu'à la dernière ligne de chaque table : plus bas, ses formules ne calculent rien. */
export function calculsUtiles(calculs: Cellules, grille: Grille): Cellules {
  const hauteurs = colonnesDeCalcul().map(
    ({ source }) => grille.get(TABLES[source].onglet)?.length ?? 0,
  );
  return calculs.map((rangee, l) =>
    l === 0 ? rangee : rangee?.map((c, r) => (l < (hauteurs[r] ?? 0) ? c : undefined)),
  );
}
