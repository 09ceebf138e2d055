import { affaireNommee, type AffaireNommee } from '../affaires/trouver-affaire';
import type { Snapshot } from '../classeur/snapshot';
import type { Contexte } from '../commun/contexte';
import type { DateCivile } from '../commun/date-civile';
import type { Centimes } from '../commun/montant';
import type { DevisNomme } from './designation';

/** Ce qu'une commande ajoute à sa référence ; chaque geste n'en lit que sa part. */
export interface Options {
  /** Jour de l'envoi ou de la décision ; aujourd'hui s'il n'est pas dit. */
  readonly le?: DateCivile | null;
  /** Destinataire de l'envoi. */
  readonly a?: string | null;
  /** Forme de la commande, telle que tapée. */
  readonly forme?: string | null;
  /** Motif : de la liste pour refuser et classer, libre pour renvoyer, annuler et rouvrir. */
  readonly motif?: string | null;
  readonly concurrent?: string | null;
  readonly recontacterLe?: DateCivile | null;
  /** Montant HT d'une nouvelle version ; celui de la précédente s'il n'est pas dit. */
  readonly montantHt?: Centimes | null;
}

/** Une commande sur un devis existant : sa référence et ses options. */
export interface CommandeDevis extends Options {
  readonly reference: string;
}

/** Tout ce qu'un garde ou un effet regarde. */
export interface Cas {
  readonly snapshot: Snapshot;
  readonly contexte: Contexte;
  readonly devis: DevisNomme;
  /** Toutes les versions du même numéro, la sienne comprise. */
  readonly versions: readonly DevisNomme[];
  readonly affaire: AffaireNommee | null;
  readonly options: Options;
  /** Le jour de l'envoi ou de la décision. */
  readonly le: DateCivile;
}

export function casDe(
  snapshot: Snapshot,
  contexte: Contexte,
  devis: DevisNomme,
  versions: readonly DevisNomme[],
  options: Options,
): Cas {
  return {
    snapshot,
    contexte,
    devis,
    versions,
    affaire: devis.affaire === null ? null : affaireNommee(snapshot, devis.affaire),
    options,
    le: options.le ?? contexte.aujourdHui,
  };
}

/** La version d'avant : la plus récente qui précède, hors annulées. */
export function versionPrecedente({ devis, versions }: Cas): DevisNomme | null {
  const avant = versions.filter(
    (v) => v.statut !== 'Annulé' && (v.version ?? 1) < (devis.version ?? 1),
  );
  return avant[avant.length - 1] ?? null;
}
