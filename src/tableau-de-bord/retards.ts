import { facturesEnRetard, type FactureEnRetard } from '../factures/suivi';
import { estDe } from './indicateur';
import type { Index } from './index-commercial';
import { parIndex } from './memo';

const tous = parIndex(({ snapshot, aujourdHui }) => facturesEnRetard(snapshot, aujourdHui));

/** Les factures échues et non soldées, de l'entreprise (`null`) ou d'une personne. */
export function retardsDe(index: Index, responsable: string | null): FactureEnRetard[] {
  const siennes = new Set<number>();
  for (const portes of index.facturesEmises.values()) {
    for (const porte of portes) {
      if (estDe(porte, { responsable })) siennes.add(porte.ligne.ligne);
    }
  }
  return tous(index).filter(({ facture }) => siennes.has(facture.ligne));
}
