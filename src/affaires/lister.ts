import type { Snapshot } from '../classeur/snapshot';
import type { DecisionGoNogo, Etape } from '../classeur/tables/affaires';
import type { DateCivile } from '../commun/date-civile';
import type { Centimes } from '../commun/montant';
import { normaliser } from '../commun/texte';
import { memePersonne } from '../equipe/membre';

export interface FiltresAffaires {
  readonly etape?: Etape | null;
  readonly client?: string | null;
  readonly responsable?: string | null;
}

/** Une ligne de `suivi affaire lister` ; la coquille écrit le montant en euros. */
export interface AffaireListee {
  readonly numero: string | null;
  readonly client: string | null;
  readonly objet: string | null;
  readonly etape: Etape | null;
  readonly decision: DecisionGoNogo | null;
  readonly montantEstime: Centimes | null;
  readonly signaturePrevue: DateCivile | null;
  readonly recontacterLe: DateCivile | null;
  readonly responsable: string | null;
}

/** Les affaires, dans l'ordre de l'onglet. */
export function listerAffaires(snapshot: Snapshot, filtres: FiltresAffaires = {}): AffaireListee[] {
  const client = normaliser(filtres.client ?? '');
  const { etape, responsable } = filtres;
  return snapshot.tables.affaires
    .filter(
      (a) =>
        (!etape || a.etape === etape) &&
        normaliser(a.client ?? '').includes(client) &&
        (!responsable || memePersonne(snapshot, a.responsable, responsable)),
    )
    .map((a) => ({
      numero: a.numero,
      client: a.client,
      objet: a.objet,
      etape: a.etape,
      decision: a.decision,
      montantEstime: a.montantEstime,
      signaturePrevue: a.signaturePrevue,
      recontacterLe: a.recontacterLe,
      responsable: a.responsable,
    }));
}
