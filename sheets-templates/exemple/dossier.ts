import type { DateCivile } from '../../src/commun/date-civile';
import type { Centimes } from '../../src/commun/montant';
import type { DecisionGoNogo, Etape } from '../../src/classeur/tables/affaires';
import type { ORIGINES } from '../../src/classeur/tables/clients';
import type { Motif, StatutDevis } from '../../src/classeur/tables/devis';
import type { Prestation } from './prestations';

export type Origine = (typeof ORIGINES)[number];

/** Une version d'un devis, avant que son numéro soit connu. */
export interface Version {
  readonly version: number;
  readonly montantHt: Centimes;
  statut: StatutDevis;
  readonly creeLe: DateCivile;
  readonly soumisLe: DateCivile | null;
  readonly valideLe: DateCivile | null;
  readonly envoyeLe: DateCivile | null;
  readonly relances: readonly DateCivile[];
  readonly prochaineRelance: DateCivile | null;
  readonly pasDeRelanceAvant: DateCivile | null;
  readonly decideLe: DateCivile | null;
  readonly motif: Motif | null;
  readonly concurrent: string | null;
  /** Pourquoi un numéro déjà tiré est annulé. */
  readonly annulation: string | null;
}

/** Une affaire et sa chaîne de versions : l'unité de l'histoire racontée. */
export interface Dossier {
  readonly client: number;
  readonly prestation: Prestation;
  readonly responsable: string;
  readonly origine: Origine;
  readonly detecteLe: DateCivile;
  readonly montantEstime: Centimes;
  readonly decision: DecisionGoNogo | null;
  readonly decideLe: DateCivile | null;
  readonly conditions: string | null;
  readonly versions: readonly Version[];
  /** Étape imposée quand aucun devis ne la dit. */
  readonly etape: Etape | null;
  readonly signaturePrevue: DateCivile | null;
  readonly recontacterLe: DateCivile | null;
  /** Devis en double d'un autre dossier : il en partage l'affaire. */
  readonly doublonDe: Dossier | null;
  /** Pas de suite notée : une alerte voulue. */
  readonly sansSuite: boolean;
  /** Échéance de la dernière facture, en jours depuis aujourd'hui, laissée impayée (payeurs en retard). */
  impayeeDepuis?: number;
}

/** La version qui porte la décision et le montant. */
export function versionPorteuse(dossier: Dossier): Version | null {
  const parties = dossier.versions.filter((v) =>
    ['Envoyé', 'Signé', 'Refusé', 'Sans suite'].includes(v.statut),
  );
  return parties[parties.length - 1] ?? null;
}

export function estSigne(dossier: Dossier): boolean {
  return versionPorteuse(dossier)?.statut === 'Signé';
}
