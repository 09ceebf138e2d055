import { ErreurClasseur } from '../../../src/classeur/erreur-classeur';
import type { NomLu } from '../../workbooks/xlsx/lire-noms';
import type { CellulePosee, OngletPose } from '../../workbooks/xlsx/poser-cellules';
import { CLES_TABLES, TABLES } from '../../../src/classeur/tables';
import { probleme } from '../../../src/messages/probleme';
import { estPage } from '../../../sheets-templates/pages';
import { estChoix } from './pages-vivantes';
import { differences, type Difference, type Grille } from './grille';

const NOTRES: ReadonlySet<string> = new Set(CLES_TABLES.map((cle) => TABLES[cle].onglet));

/** Les différences de chaque onglet qui en a. */
export interface OngletChange {
  readonly onglet: string;
  readonly differences: readonly Difference[];
}

/**
 * Ce qui a changé d'une grille à l'autre. Un onglet nouveau (les rejets d'un import) est un changement ;
 * ceux du produit, qui ont tout un aspect, ne se créent pas dans l'aperçu, et il n'en ôte aucun.
 * @throws ErreurClasseur si l'un des nôtres a été créé, ou un onglet ôté ou renommé.
 */
export function comparerGrilles(avant: Grille, apres: Grille): OngletChange[] {
  for (const onglet of apres.keys()) {
    if (!avant.has(onglet) && NOTRES.has(onglet) && !estPage(onglet))
      throw new ErreurClasseur([probleme('ONGLET_NON_CREE', { onglet })]);
  }
  for (const onglet of avant.keys()) {
    if (!apres.has(onglet) && !estPage(onglet))
      throw new ErreurClasseur([probleme('ONGLET_NON_OTE', { onglet })]);
  }
  return [...apres].flatMap(([onglet, cellules]) => {
    const trouvees = differences(avant.get(onglet) ?? [], cellules);
    return trouvees.length > 0 ? [{ onglet, differences: trouvees }] : [];
  });
}

/** Ce qui va dans le fichier : des pages du produit, seulement ce que l'on choisit de voir. */
export function sansLesPages(
  changes: readonly OngletChange[],
  noms: readonly NomLu[],
): OngletChange[] {
  return changes
    .map(({ onglet, differences }) => ({
      onglet,
      differences: differences.filter((d) => !estPage(onglet) || estChoix(noms, onglet, d)),
    }))
    .filter(({ differences }) => differences.length > 0);
}

/** Les mêmes, pour le fichier. */
export function versFichierXlsx(changes: readonly OngletChange[]): OngletPose[] {
  return changes.map(({ onglet, differences }) => ({ onglet, cellules: differences.map(posee) }));
}

function posee({ ligne, rang, contenu }: Difference): CellulePosee {
  const { formule, valeur = null, genre = 'nombre', signe = false } = contenu ?? {};
  if (formule !== undefined) {
    return { ligne, rang, contenu: { formule: formule.slice(1) }, genre: 'texte' };
  }
  return { ligne, rang, contenu: { valeur }, genre, signe };
}
