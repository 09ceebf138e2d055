import type { Plan } from '../classeur/plan';
import type { Dialogue } from './appel';

export interface OptionsEcritureGoogle {
  /** Seize chiffres hexadécimaux tirés au hasard, nouveaux à chaque appel. */
  readonly jeton: () => string;
}

/**
 * Lit, demande une décision (`decider`), écrit tout en un seul appel ou rien (S1-1, S2-6). Si
 * quelqu'un a écrit entre-temps, relit et redemande : `decider` peut donc venir plusieurs fois, seul
 * le dernier plan est écrit, et il est rendu. La coquille répond avec un plan déjà journalisé ;
 * un plan sans changement n'écrit rien.
 * @throws ErreurClasseur : chaque problème dit si quelque chose a pu être écrit.
 */
export function modifierClasseurGoogle<R>(
  id: string,
  options: OptionsEcritureGoogle,
): Dialogue<Plan<R>> {
  throw new Error(`À venir : ${id} ${options.jeton()}`);
}
