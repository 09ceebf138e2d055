import { aRegarder } from '../../../src/classeur/lignes-annotees';
import type { Plan } from '../../../src/classeur/plan';
import type { Snapshot } from '../../../src/classeur/snapshot';
import { appliquerChangements } from './appliquer-changements';
import type { ClasseurXlsx } from './classeur-xlsx';
import { cheminReel, lireFichier } from './fichier-lu';
import { ouvrir, snapshotDe, type ClasseurLu } from './lire-classeur';
import { lignesAnnotees } from './lignes-annotees';
import { Prise, type OptionsPrise } from './prise';
import { refuserSiOuvert } from './voisins';

export interface OptionsEcriture extends OptionsPrise {
  /** Montrer le plan : ni verrou, ni écriture. */
  readonly simulation?: boolean;
  /** Déjà lu : si le fichier, sous verrou, a encore ce contenu, `decider` reçoit ce même objet. */
  readonly dejaLu?: ClasseurLu | null;
}

/**
 * Verrouille, lit, laisse décider, puis écrit tous les changements ou aucun (S1-1, S2-6). `decider`
 * reçoit l'état sous verrou : un numéro tiré là n'est à personne d'autre. Un plan sans changement
 * n'écrit rien.
 * @throws ErreurClasseur : le classeur est resté tel qu'il était.
 */
export async function modifierClasseur<R>(
  chemin: string,
  decider: (snapshot: Snapshot) => Plan<R> | Promise<Plan<R>>,
  options: OptionsEcriture = {},
): Promise<Plan<R>> {
  if (options.simulation) {
    const classeur = ouvrir(lireFichier(chemin), chemin);
    return garderAnnotees(classeur, await decider(snapshotDe(classeur)));
  }
  refuserSiOuvert(cheminReel(chemin), chemin);
  const prise = await Prise.prendre(chemin, options);
  try {
    const lu = prise.lire();
    const classeur = ouvrir(lu, chemin);
    const { dejaLu } = options;
    const snapshot = dejaLu?.octets.equals(lu.octets) ? dejaLu.snapshot : snapshotDe(classeur);
    const plan = garderAnnotees(classeur, await decider(snapshot));
    if (plan.changements.length > 0) {
      prise.remplacer(
        lu,
        appliquerChangements(classeur, plan.changements, { avant: snapshot.tables }),
      );
    }
    return plan;
  } finally {
    prise.rendre();
  }
}

/** Un plan qui supprimerait une ligne annotée par quelqu'un est refusé en entier. */
function garderAnnotees<R>(classeur: ClasseurXlsx, plan: Plan<R>): Plan<R> {
  const annotees = lignesAnnotees(classeur, aRegarder(plan));
  if (annotees.length === 0) return plan;
  return { ...plan, changements: [], problemes: [...plan.problemes, ...annotees] };
}
