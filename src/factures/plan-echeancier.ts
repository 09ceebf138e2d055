import { modifier } from '../classeur/changements';
import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import type { Contexte } from '../commun/contexte';
import { joursEntre, type DateCivile } from '../commun/date-civile';
import type { Centimes } from '../commun/montant';
import { nommerFacture } from './controler-facture';
import { resteDu } from './reste-du';
import { suivreFactures } from './suivi';

export interface ResultatEcheancier {
  /** Factures dont l'étape ou sa date a changé. */
  readonly modifiees: number;
  /** Étapes dont le jour est venu, la facture la plus en retard d'abord. */
  readonly aFaire: readonly EtapeDue[];
}

/** Une étape de l'échelle à faire aujourd'hui, ou qui aurait dû l'être. */
export interface EtapeDue {
  readonly numero: string;
  readonly client: string | null;
  readonly etape: string;
  readonly le: DateCivile;
  /** `null` : le montant TTC manque. */
  readonly resteDuTtc: Centimes | null;
  /** Depuis l'échéance ; 0 avant elle, ou tant qu'il n'y en a pas. */
  readonly joursRetard: number;
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
  const aFaire = suivies
    .flatMap(({ facture, etape }) => {
      if (!etape?.le || etape.le > aujourdHui) return [];
      const { client, echeance } = facture;
      const joursRetard = echeance === null ? 0 : Math.max(0, joursEntre(echeance, aujourdHui));
      const numero = nommerFacture(facture);
      const { libelle, le } = etape;
      return [{ numero, client, etape: libelle, le, resteDuTtc: resteDu(facture), joursRetard }];
    })
    .sort((a, b) => b.joursRetard - a.joursRetard);
  const problemes = suivies.flatMap((s) => s.problemes);
  return plan({ modifiees: changements.length, aFaire }, { changements, problemes });
}
