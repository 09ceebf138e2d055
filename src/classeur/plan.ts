import type { Probleme } from '../messages/probleme';
import type { Brouillon } from '../relances/brouillon';
import type { Changement } from './changements';

/** Ce qu'une décision du cœur rend : des écritures à faire, des brouillons à poser, ce qui n'a pas pu l'être. */
export interface Plan<R = null> {
  readonly changements: readonly Changement[];
  readonly brouillons: readonly Brouillon[];
  readonly problemes: readonly Probleme[];
  readonly resultat: R;
  /** Refusé : ce qu'il aurait écrit. Jamais écrit, de quoi dire tout ce qui s'y oppose encore. */
  readonly retenus?: readonly Changement[];
}

export function plan<R>(resultat: R, contenu: Partial<Omit<Plan<R>, 'resultat'>> = {}): Plan<R> {
  return {
    changements: contenu.changements ?? [],
    brouillons: contenu.brouillons ?? [],
    problemes: contenu.problemes ?? [],
    resultat,
    ...(contenu.retenus ? { retenus: contenu.retenus } : {}),
  };
}
