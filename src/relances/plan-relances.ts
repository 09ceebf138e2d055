import { modifier, type Changement } from '../classeur/changements';
import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import type { Action } from '../classeur/tables/actions';
import type { Client } from '../classeur/tables/clients';
import type { Devis } from '../classeur/tables/devis';
import { avancerDernierContact } from '../clients/dernier-contact';
import type { Contexte } from '../commun/contexte';
import { memePersonne } from '../equipe/membre';
import { messageDe, type Probleme } from '../messages/probleme';
import { ARRETS_VOULUS, verdict } from './arrets';
import { avancement, type Avancement } from './avancement';
import type { Brouillon } from './brouillon';
import { candidats, type Candidat } from './candidats';
import { relancesParContact } from './contacts';
import { controlerModeles } from './controler-modeles';
import type { Depot } from './marque-depot';
import { preparer, type RelancePreparee } from './preparer';

export type OptionsRelances = Depot & {
  /** Seulement les devis que suit cette personne (responsable, à défaut auteur). */
  readonly pour?: string;
  /** Contacts à qui ce passage écrit déjà. */
  readonly dejaEcrit?: readonly string[];
};

/** La personne qui suit un devis : son responsable, à défaut son auteur. */
function estSuiviPar(
  snapshot: Snapshot,
  { responsable, auteur }: Pick<Devis, 'responsable' | 'auteur'>,
  personne: string,
): boolean {
  return memePersonne(snapshot, responsable ?? auteur, personne);
}

export interface RelanceRefusee {
  /** Désignation ; `ligne 12` pour un devis sans numéro. */
  readonly devis: string;
  readonly code: string;
  readonly message: string;
}

/** `dues` = brouillons + refusées, toujours. */
export interface ResultatRelances {
  readonly dues: number;
  readonly brouillons: readonly RelancePreparee[];
  readonly refusees: readonly RelanceRefusee[];
}

interface Due {
  readonly candidat: Candidat;
  readonly etat: Avancement;
}

function actionsParReference(snapshot: Snapshot): Map<string, Action> {
  const actions = new Map<string, Action>();
  for (const action of snapshot.tables.actions) {
    if (action.reference !== null) actions.set(action.reference, action);
  }
  return actions;
}

function refusee({ devis, nom }: Candidat, problemes: readonly Probleme[]): RelanceRefusee {
  return {
    devis: nom || `ligne ${devis.ligne}`,
    code: problemes[0]?.code ?? '',
    message: problemes.map(messageDe).join(' '),
  };
}

/** La plus ancienne d'abord : si deux relances visent le même contact, c'est elle qui part. */
function parAnciennete(a: Due, b: Due): number {
  const jour = ({ etat }: Due): string => (etat.due === 'inconnu' ? '9999' : (etat.due ?? ''));
  if (jour(a) !== jour(b)) return jour(a) < jour(b) ? -1 : 1;
  return a.candidat.devis.ligne - b.candidat.devis.ligne;
}

/**
 * Les relances de devis dues à `contexte.aujourdHui` (S1-8, S2-1 ; PRODUCT « Relances ») : pour chacune,
 * un brouillon et son inscription, ou la raison pour laquelle il n'y en a pas. Plusieurs étapes
 * manquées : une seule relance, la première qui n'est pas faite.
 */
export function planRelances(
  snapshot: Snapshot,
  contexte: Contexte,
  options: OptionsRelances = { depot: 'fichier' },
): Plan<ResultatRelances> {
  const { aujourdHui } = contexte;
  const { pour } = options;
  const { joursEntreRelances } = snapshot.parametres;
  const actions = actionsParReference(snapshot);
  const contacts = relancesParContact(snapshot, aujourdHui, joursEntreRelances);
  for (const contact of options.dejaEcrit ?? []) contacts.noter(contact, aujourdHui);
  const doutesModeles = controlerModeles(snapshot);
  const changements: Changement[] = [];
  const brouillons: Brouillon[] = [];
  const preparees: RelancePreparee[] = [];
  const refusees: RelanceRefusee[] = [];
  const problemes = new Map<string, Probleme>();
  const signaler = (ps: readonly Probleme[]): void => {
    for (const p of ps) if (!ARRETS_VOULUS.has(p.code)) problemes.set(messageDe(p), p);
  };
  signaler(doutesModeles);

  const dues: Due[] = [];
  for (const candidat of candidats(snapshot)) {
    if (pour !== undefined && !estSuiviPar(snapshot, candidat.devis, pour)) continue;
    const etat = avancement(snapshot, candidat, actions, doutesModeles.length > 0);
    const sure = candidat.doutes.length === 0;
    if (etat.due !== null && (etat.due === 'inconnu' || etat.due <= aujourdHui)) {
      dues.push({ candidat, etat });
    } else if (sure && doutesModeles.length === 0) {
      changements.push(...modifier('devis', candidat.devis, candidat.nom, etat.reparation));
    }
  }

  const clientsRelances = new Map<number, Client>();
  for (const { candidat, etat } of dues.sort(parAnciennete)) {
    const doutes = [...candidat.doutes, ...etat.doutes, ...doutesModeles];
    const decision = verdict(snapshot, candidat, doutes, contacts, aujourdHui);
    const prepare =
      decision.arret === null
        ? preparer(snapshot, contexte, candidat, etat, decision, options)
        : decision;
    if (prepare.arret !== null) {
      signaler(prepare.arret);
      refusees.push(refusee(candidat, prepare.arret));
      if (doutes.length === 0) {
        changements.push(...modifier('devis', candidat.devis, candidat.nom, etat.reparation));
      }
      continue;
    }
    const { brouillon, relance } = prepare;
    contacts.noter(prepare.contact, aujourdHui);
    clientsRelances.set(prepare.client.ligne, prepare.client);
    brouillons.push(brouillon);
    preparees.push(relance);
    changements.push(...prepare.changements);
  }
  for (const client of clientsRelances.values()) {
    changements.push(...avancerDernierContact(snapshot, client, aujourdHui));
  }
  return plan(
    { dues: dues.length, brouillons: preparees, refusees },
    { changements, brouillons, problemes: Array.from(problemes.values()) },
  );
}
