import type { Snapshot } from '../classeur/snapshot';
import type { StatutDevis } from '../classeur/tables/devis';
import type { DateCivile } from '../commun/date-civile';
import type { Centimes } from '../commun/montant';
import { normaliser } from '../commun/texte';
import { memePersonne } from '../equipe/membre';
import { estExpire } from './expire';

export interface FiltresDevis {
  /** « Expiré » se calcule : il désigne les devis envoyés dont la validité est passée. */
  readonly statut?: StatutDevis | 'Expiré' | null;
  /** Partie du nom, accents et casse à part. */
  readonly client?: string | null;
  readonly affaire?: string | null;
  readonly responsable?: string | null;
}

/** Une ligne de `suivi devis lister` ; la coquille écrit le montant en euros. */
export interface DevisListe {
  readonly numero: string | null;
  readonly version: number;
  readonly statut: StatutDevis | null;
  readonly client: string | null;
  readonly objet: string | null;
  readonly montantHt: Centimes | null;
  readonly envoyeLe: DateCivile | null;
  readonly decideLe: DateCivile | null;
  readonly validite: DateCivile | null;
  readonly expire: boolean;
  readonly responsable: string | null;
}

/** Les devis, une ligne par version, dans l'ordre de l'onglet. */
export function listerDevis(
  snapshot: Snapshot,
  aujourdHui: DateCivile,
  filtres: FiltresDevis = {},
): DevisListe[] {
  const client = normaliser(filtres.client ?? '');
  const affaire = normaliser(filtres.affaire ?? '');
  const { statut, responsable } = filtres;
  return snapshot.tables.devis
    .filter(
      (d) =>
        (!statut || d.statut === statut || (statut === 'Expiré' && estExpire(d, aujourdHui))) &&
        normaliser(d.client ?? '').includes(client) &&
        (affaire === '' || normaliser(d.affaire ?? '') === affaire) &&
        (!responsable || memePersonne(snapshot, d.responsable, responsable)),
    )
    .map((d) => ({
      numero: d.numero,
      version: d.version ?? 1,
      statut: d.statut,
      client: d.client,
      objet: d.objet,
      montantHt: d.montantHt,
      envoyeLe: d.envoyeLe,
      decideLe: d.decideLe,
      validite: d.validite,
      expire: estExpire(d, aujourdHui),
      responsable: d.responsable,
    }));
}
