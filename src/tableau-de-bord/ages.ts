import { joursEntre } from '../commun/date-civile';
import type { Centimes } from '../commun/montant';
import type { Index } from './index-commercial';
import { montantHtDe } from './indicateurs/montant-devis';
import { ouvertsDe } from './indicateurs/portefeuille';

/** Tranches d'âge, en jours ; `null` : âge inconnu (aucune date lisible). */
const AGES = [
  { de: 0, a: 30 },
  { de: 31, a: 60 },
  { de: 61, a: 90 },
  { de: 91, a: null },
  null,
] as const;

export interface TrancheAge {
  readonly age: { readonly de: number; readonly a: number | null } | null;
  readonly nombre: number;
  readonly montantHt: Centimes;
}

/** Le portefeuille par âge : jours depuis le premier envoi, sinon depuis la création. */
export function portefeuilleParAge(index: Index, responsable: string | null): TrancheAge[] {
  const ouverts = ouvertsDe(index, { responsable }).map((d) => {
    const depuis = d.emisLe ?? d.ligne.creeLe;
    return { d, age: depuis === null ? null : Math.max(0, joursEntre(depuis, index.aujourdHui)) };
  });
  return AGES.map((tranche) => {
    const retenus = ouverts
      .filter(({ age }) =>
        tranche === null || age === null
          ? tranche === age
          : age >= tranche.de && age <= (tranche.a ?? Infinity),
      )
      .map(({ d }) => d);
    return { age: tranche, nombre: retenus.length, montantHt: montantHtDe(retenus) };
  });
}
