import { ajouter } from '../classeur/changements';
import { texteTropLong } from '../classeur/longueur-texte';
import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import { ACTIONS, type Action } from '../classeur/tables/actions';
import { avancerDernierContact } from '../clients/dernier-contact';
import type { Contexte } from '../commun/contexte';
import type { DateCivile } from '../commun/date-civile';
import { designer } from '../devis/designation';
import { peut } from '../equipe/droits';
import { probleme } from '../messages/probleme';
import { trouverSujet, type SujetDit } from './trouver-sujet';

export interface CommandeAction extends SujetDit {
  readonly date: DateCivile;
  readonly type: NonNullable<Action['type']>;
  /** En heures. */
  readonly duree?: number | null;
  readonly compteRendu?: string | null;
  readonly suite?: string | null;
  readonly echeance?: DateCivile | null;
  readonly fait: boolean;
}

export interface ResultatAction {
  readonly type: NonNullable<Action['type']>;
  readonly date: DateCivile;
  readonly client: string | null;
  readonly affaire: string | null;
  readonly devis: string | null;
}

/** Une réunion interne n'est pas un contact avec le client. */
const INTERNES: ReadonlySet<string> = new Set(['Revue']);

/**
 * Note une action commerciale (S0-5, S0-6, S3-14). Le devis donne son affaire et son client,
 * l'affaire son client ; ce qui se contredit est refusé. Une action faite avance « Dernier contact ».
 */
export function planActionNouvelle(
  snapshot: Snapshot,
  commande: CommandeAction,
  contexte: Contexte,
): Plan<ResultatAction> {
  const { date, type, fait } = commande;
  const { sujet, problemes: introuvables } = trouverSujet(snapshot, commande);
  const problemes = [...peut(snapshot, contexte, 'action'), ...introuvables];
  const compteRendu = commande.compteRendu?.trim() || null;
  const suite = commande.suite?.trim() || null;
  const echeance = commande.echeance ?? null;
  if (introuvables.length === 0 && !sujet.client && !sujet.affaire && !compteRendu) {
    problemes.push(probleme('ACTION_SANS_SUJET', { type }));
  }
  if (fait && date > contexte.aujourdHui) {
    problemes.push(probleme('ACTION_PAS_ENCORE_FAITE', { le: date }));
  }
  if (echeance !== null && echeance < date) {
    problemes.push(probleme('ACTION_ECHEANCE_AVANT', { echeance, le: date }));
  }
  problemes.push(
    ...texteTropLong(ACTIONS.colonnes.compteRendu.entete, compteRendu),
    ...texteTropLong(ACTIONS.colonnes.suite.entete, suite),
  );
  const { client } = sujet;
  const resultat: ResultatAction = {
    type,
    date,
    client: client?.organisation ?? sujet.devis?.client ?? sujet.affaire?.client ?? null,
    affaire: sujet.affaire?.numero ?? sujet.devis?.affaire ?? null,
    devis: sujet.devis && designer(sujet.devis),
  };
  if (problemes.length > 0) return plan(resultat, { problemes });
  return plan(resultat, {
    changements: [
      ajouter('actions', {
        ...resultat,
        auteur: contexte.utilisateur,
        duree: commande.duree ?? null,
        compteRendu,
        suite,
        echeance,
        fait,
      }),
      ...(client && fait && !INTERNES.has(type)
        ? avancerDernierContact(snapshot, client, date)
        : []),
    ],
  });
}
