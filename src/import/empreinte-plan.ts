import type { Changement } from '../classeur/changements';
import type { Plan } from '../classeur/plan';
import { empreinteDe } from './empreintes';

/** La somme de deux restes est exacte : l'ordre des changements ne compte pas. */
const MODULO = 2 ** 52;

/**
 * De quoi reconnaître, sans le garder, le plan qui a été montré : refait sur un classeur où d'autres
 * ont écrit, il a la même empreinte s'il écrirait la même chose.
 */
export class EmpreintePlan {
  private somme = 0;

  noter(changement: Changement): void {
    // Le Registre suit les numéros des autres, et retient l'heure.
    if (changement.table === 'registre') return;
    const sienne = empreinteDe(JSON.stringify(changement)) % MODULO;
    this.somme = (this.somme + sienne) % MODULO;
  }

  lire(): number {
    return this.somme;
  }
}

export function empreinteDuPlan({ changements }: Plan<unknown>): number {
  const empreinte = new EmpreintePlan();
  for (const c of changements) empreinte.noter(c);
  return empreinte.lire();
}
