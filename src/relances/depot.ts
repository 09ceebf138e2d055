import { modifier, type Changement } from '../classeur/changements';
import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import { boiteADeposer } from './marque-depot';

/**
 * Déposer dans Gmail, sans jamais deux brouillons pour une relance. Trois temps : `planDuJour` inscrit
 * l'intention (« à déposer ») et rend les messages, ceux des passages interrompus compris ; la
 * coquille cherche chaque message par son Message-ID et ne le crée que s'il manque ; `planConfirmer`
 * remplace l'intention par l'identifiant du brouillon. Un arrêt entre deux temps se reprend au premier.
 */
export interface BrouillonDepose {
  readonly reference: string;
  /** Identifiant du brouillon Gmail. */
  readonly id: string;
}

export interface ResultatConfirmation {
  readonly confirmes: readonly BrouillonDepose[];
  /**
   * Déposés en même temps par un autre passage, qui a confirmé le premier : la coquille retire de la
   * boîte ceux qu'elle vient elle-même de créer.
   */
  readonly enTrop: readonly BrouillonDepose[];
}

/** Inscrit l'identifiant des brouillons posés ; recommencer ne change rien. */
export function planConfirmer(
  snapshot: Snapshot,
  poses: readonly BrouillonDepose[],
): Plan<ResultatConfirmation> {
  const changements: Changement[] = [];
  const confirmes: BrouillonDepose[] = [];
  const enTrop: BrouillonDepose[] = [];
  for (const pose of poses) {
    const actions = snapshot.tables.actions.filter((a) => a.reference === pose.reference);
    const attendues = actions.filter((a) => boiteADeposer(a.brouillon) !== null);
    for (const action of attendues) {
      changements.push(...modifier('actions', action, pose.reference, { brouillon: pose.id }));
    }
    if (attendues.length > 0 || actions.some((a) => a.brouillon === pose.id)) confirmes.push(pose);
    else if (actions.some((a) => a.brouillon !== null)) enTrop.push(pose);
  }
  return plan({ confirmes, enTrop }, { changements });
}
