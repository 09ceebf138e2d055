import type { Snapshot } from '../classeur/snapshot';
import type { Contexte } from '../commun/contexte';
import { probleme, type Probleme } from '../messages/probleme';
import { defaire, type Defaite } from './defaire';
import { importsUlterieurs } from './imports-ulterieurs';
import { rappeler } from './rappels';
import { snapshotApres } from './snapshot-apres';

/**
 * Tous les imports à défaire avant celui-ci, le dernier en premier : ceux qui le gênent, ceux qui gênent
 * ceux-là, et ceux qu'un plus récent cache encore. Chacun est défait à l'essai, pour voir le suivant.
 * `null` si les changements viennent de personnes.
 */
export function aDefaireDAbord(
  snapshot: Snapshot,
  numero: number,
  contexte: Contexte,
  defaite: Defaite,
): Probleme | null {
  const numeros = new Set<number>();

  /** Le classeur où cet import est défait, et avant lui tous ceux qu'il faut ; `null` : une personne l'empêche. */
  function essayer(depart: Snapshot, n: number, essai: Defaite): Snapshot | null {
    let avant: Snapshot = depart;
    let { plan, refus } = essai;
    while (refus.length > 0) {
      const premiers = importsUlterieurs(avant, n, refus);
      for (const premier of premiers) numeros.add(premier);
      const [dernier] = premiers;
      if (dernier === undefined) return null;
      const apres = essayer(avant, dernier, defaire(avant, dernier, contexte));
      if (apres === null) return null;
      avant = apres;
      ({ plan, refus } = defaire(avant, n, contexte));
    }
    return plan.problemes.length > 0 ? null : snapshotApres(avant, plan.changements);
  }
  essayer(snapshot, numero, defaite);
  if (numeros.size === 0) return null;
  const imports = rappeler(snapshot).filter((i) => numeros.has(i.numero));
  return probleme('ANNULATION_IMPORT_ULTERIEUR', { numero, imports });
}
