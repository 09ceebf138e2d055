import type { Facture } from '../classeur/tables/factures';
import { centimes, ZERO, type Centimes } from '../commun/montant';

/**
 * Ce qu'il reste à recevoir, TTC. « Payé le » sans montant : tout est payé. Un avoir ne doit rien ; un
 * trop-perçu non plus. `null` : le montant TTC manque, on ne sait pas.
 */
export function resteDu(
  facture: Pick<Facture, 'type' | 'montantTtc' | 'paye' | 'payeLe'>,
): Centimes | null {
  const { type, montantTtc, paye, payeLe } = facture;
  if (type === 'Avoir' || (payeLe !== null && paye === null)) return ZERO;
  if (montantTtc === null) return null;
  return centimes(Math.max(0, montantTtc - (paye ?? 0)));
}
