import type { ClasseurJson } from './reponses';
import type { Requete } from './rest';

/**
 * Le verrou optimiste : une plage nommée dont le nom porte un nombre tiré au hasard. Chaque écriture
 * l'ôte par son identifiant et en pose une autre ; qui a lu avant une autre écriture voit donc son
 * lot entier refusé par Google. Le nom garde aussi les jetons précédents : après une réponse perdue,
 * on sait si l'on avait écrit, même si d'autres ont écrit ensuite.
 */
export interface Jeton {
  /** Plages nommées à ôter : une seule, sauf accident. */
  readonly ids: readonly string[];
  /** Du plus récent au plus ancien. */
  readonly passes: readonly string[];
}

const PREFIXE = 'SUIVI_JETON_';
const GARDES = 8;

export function lireJeton({ namedRanges = [] }: ClasseurJson): Jeton {
  const jetons = namedRanges.filter((p) => p.name.startsWith(PREFIXE));
  return {
    ids: jetons.map((p) => p.namedRangeId),
    passes: jetons.flatMap((p) => p.name.slice(PREFIXE.length).split('_')),
  };
}

export const memeJeton = (a: Jeton, b: Jeton): boolean => a.ids.join() === b.ids.join();

/**
 * Encadre un lot : l'ancien jeton s'en va d'abord, le nouveau vient à la fin, quand l'onglet qui le
 * porte (`registre`) existe à coup sûr.
 */
export function sousJeton(
  lu: Jeton,
  nouveau: string,
  registre: number,
  requetes: readonly Requete[],
): Requete[] {
  const name = PREFIXE + [nouveau, ...lu.passes].slice(0, GARDES).join('_');
  const range = {
    ...{ sheetId: registre, startRowIndex: 0, endRowIndex: 1 },
    ...{ startColumnIndex: 0, endColumnIndex: 1 },
  };
  return [
    ...lu.ids.map((namedRangeId) => ({ deleteNamedRange: { namedRangeId } })),
    ...requetes,
    { addNamedRange: { namedRange: { name, range } } },
  ];
}
