import { estCommandee } from '../affaires/etapes';
import type { Snapshot } from '../classeur/snapshot';
import type { Affaire } from '../classeur/tables/affaires';
import type { Devis, StatutDevis } from '../classeur/tables/devis';
import { joursEntre, type DateCivile } from '../commun/date-civile';
import type { Centimes } from '../commun/montant';
import { grouperEnChaines } from '../devis/chaines';
import { designer } from '../devis/designation';
import { estExpire } from '../devis/expire';
import { dernieresActions } from './derniere-action';

/** Ce que la revue examine : un devis en cours, ou une affaire à recontacter. */
export interface Candidat {
  /** N° du devis avec sa version, ou de l'affaire. */
  readonly numero: string;
  readonly client: string | null;
  readonly objet: string | null;
  readonly montantHt: Centimes | null;
  readonly responsable: string | null;
  /** `null` pour une affaire. */
  readonly statut: StatutDevis | null;
  /** Jours depuis le premier envoi, ou depuis la création ; `null` si on ne les connaît pas. */
  readonly ageJours: number | null;
  readonly derniereAction: string | null;
  /** Compte tenu de « Pas de relance avant le » ; pour une affaire, son jour de reprise. */
  readonly prochaineRelance: DateCivile | null;
  readonly relancesFaites: number;
  readonly expire: boolean;
  /** Jours de validité restants d'un devis envoyé ; `null` si elle n'est pas écrite. */
  readonly joursDeValidite: number | null;
}

const EN_ATTENTE: ReadonlySet<string> = new Set(['En validation', 'Validé']);

/** Les devis en cours (S2-4, S0-9) : envoyés, validés ou à valider ; et les affaires à recontacter. */
export function candidats(snapshot: Snapshot, aujourdHui: DateCivile): Candidat[] {
  const actions = dernieresActions(snapshot.tables.actions, aujourdHui);
  const liste: Candidat[] = [];
  for (const chaine of grouperEnChaines(snapshot.tables.devis)) {
    for (const d of chaine.versions) {
      const envoye = d === chaine.envoyee && d.statut === 'Envoyé';
      if (!envoye && !EN_ATTENTE.has(d.statut ?? '')) continue;
      const origine = (envoye ? chaine.premierEnvoi : null) ?? d.creeLe ?? d.soumisLe ?? d.valideLe;
      liste.push({
        numero: designer(d),
        client: d.client,
        objet: d.objet,
        montantHt: d.montantHt,
        responsable: d.responsable,
        statut: d.statut,
        ageJours: origine && joursEntre(origine, aujourdHui),
        derniereAction: actions.deDevis(d),
        prochaineRelance: envoye ? relanceEffective(d) : null,
        relancesFaites: d.relancesFaites ?? 0,
        expire: estExpire(d, aujourdHui),
        joursDeValidite: envoye && d.validite ? joursEntre(aujourdHui, d.validite) : null,
      });
    }
  }
  for (const a of snapshot.tables.affaires) {
    if (!estARecontacter(a, aujourdHui) || a.numero === null) continue;
    liste.push({
      numero: a.numero,
      client: a.client,
      objet: a.objet,
      montantHt: a.montantEstime,
      responsable: a.responsable,
      statut: null,
      ageJours: null,
      derniereAction: actions.deAffaire(a),
      prochaineRelance: a.recontacterLe,
      relancesFaites: 0,
      expire: false,
      joursDeValidite: null,
    });
  }
  return liste;
}

/** « À recontacter le » est arrivé, et aucune commande n'est venue depuis. */
function estARecontacter(affaire: Affaire, aujourdHui: DateCivile): boolean {
  const { recontacterLe, etape } = affaire;
  return recontacterLe !== null && recontacterLe <= aujourdHui && !estCommandee(etape);
}

function relanceEffective(d: Devis): DateCivile | null {
  const { prochaineRelance, pasDeRelanceAvant } = d;
  if (prochaineRelance === null || pasDeRelanceAvant === null) return prochaineRelance;
  return pasDeRelanceAvant > prochaineRelance ? pasDeRelanceAvant : prochaineRelance;
}
