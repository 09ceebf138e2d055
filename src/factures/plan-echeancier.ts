import { modifier } from '../classeur/changements';
import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import type { Contexte } from '../commun/contexte';
import type { DateCivile } from '../commun/date-civile';
import { nommerFacture } from './controler-facture';
import { suivreFactures } from './suivi';

export interface ResultatEcheancier {
  /** Factures dont l'étape ou sa date a changé. */
  readonly modifiees: number;
  /** Étapes dont le jour est venu. */
  readonly aFaire: readonly {
    readonly facture: string;
    readonly etape: string;
    readonly le: DateCivile;
  }[];
}

/**
 * Met à jour « Prochaine étape » et « À faire le » des factures (S0-35), là où elles changent. Une
 * facture dont une cellule est douteuse garde les siennes, et le problème est rendu.
 */
export function planEcheancier(
  snapshot: Snapshot,
  { aujourdHui }: Contexte,
): Plan<ResultatEcheancier> {
  const suivies = suivreFactures(snapshot, aujourdHui);
  const changements = suivies
    .filter((s) => s.problemes.length === 0)
    .flatMap(({ facture, etape }) =>
      modifier('factures', facture, nommerFacture(facture), {
        prochaineEtape: etape?.libelle ?? null,
        prochaineEtapeLe: etape?.le ?? null,
      }),
    );
  const aFaire = suivies.flatMap(({ facture, etape }) =>
    etape?.le && etape.le <= aujourdHui
      ? [{ facture: nommerFacture(facture), etape: etape.libelle, le: etape.le }]
      : [],
  );
  const problemes = suivies.flatMap((s) => s.problemes);
  return plan({ modifiees: changements.length, aFaire }, { changements, problemes });
}
