import { adresseCellule } from '../classeur/cellule';
import { modifier, type Changement } from '../classeur/changements';
import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import type { Action } from '../classeur/tables/actions';
import type { Contexte } from '../commun/contexte';
import { normaliser } from '../commun/texte';
import { designer } from '../devis/designation';
import { messageDe, probleme, type Probleme } from '../messages/probleme';
import { ARRETS_VOULUS, verdict } from './arrets';
import type { Brouillon } from './brouillon';
import { candidats, type Candidat } from './candidats';
import { cellulesIllisibles } from './cellules-illisibles';
import { controlerModeles } from './controler-modeles';
import { boiteADeposer, marqueDe, type DepotWeb } from './marque-depot';
import type { RelanceRefusee } from './plan-relances';
import { redigerRelance, type RelancePreparee } from './preparer';
import { parseReferenceRelance } from './reference';

export interface ResultatReprises {
  readonly reprises: readonly RelancePreparee[];
  /** Encore « à déposer » (une cellule à corriger), ou closes : le devis n'attend plus de réponse. */
  readonly refusees: readonly RelanceRefusee[];
  /** Adresses à qui ce passage écrit. */
  readonly contacts: readonly string[];
}

/** Une relance inscrite dont le brouillon n'est pas encore posé. */
export interface DepotEnAttente {
  readonly reference: string;
  /** La boîte qui doit le poser ; vide si la marque n'en dit pas. */
  readonly boite: string;
}

const AUCUN_CONTACT = { recente: () => null, doutes: () => [], noter: () => undefined };

type Suite =
  | {
      readonly sorte: 'message';
      readonly brouillon: Brouillon;
      readonly relance: RelancePreparee;
      readonly contact: string;
    }
  | { readonly sorte: 'close' | 'attente'; readonly problemes: readonly Probleme[] };

/** Les relances « à déposer », une par référence. */
export function depotsEnAttente(
  snapshot: Snapshot,
): (DepotEnAttente & { readonly action: Action })[] {
  const trouves = new Map<string, DepotEnAttente & { readonly action: Action }>();
  for (const action of snapshot.tables.actions) {
    const boite = boiteADeposer(action.brouillon);
    const reference = action.reference ?? `ligne ${action.ligne}`;
    if (boite !== null && !trouves.has(reference))
      trouves.set(reference, { reference, boite, action });
  }
  return Array.from(trouves.values());
}

/** Une boîte ne reprend que ses propres dépôts : le brouillon est peut-être déjà chez l'autre. */
export function estDeLaBoite(
  { boite }: DepotEnAttente,
  depot: DepotWeb,
  utilisateur: string,
): boolean {
  return boite === '' || boite.toLowerCase() === (depot.boite ?? utilisateur).toLowerCase();
}

/**
 * Les dépôts qu'un passage précédent n'a pas menés au bout : le message est refait depuis le devis, le
 * rang et l'onglet Modèles, à chercher dans la boîte avant de le créer. Si le client a répondu entre
 * temps, la ligne est close avec la raison ; ce qui appelle une correction reste en attente.
 */
export function planReprises(
  snapshot: Snapshot,
  contexte: Contexte,
  depot: DepotWeb,
): Plan<ResultatReprises> {
  const { utilisateur } = contexte;
  const parNom = new Map(candidats(snapshot).map((c) => [normaliser(c.nom), c]));
  const doutesModeles = controlerModeles(snapshot);
  const changements: Changement[] = [];
  const brouillons: Brouillon[] = [];
  const reprises: RelancePreparee[] = [];
  const refusees: RelanceRefusee[] = [];
  const contacts: string[] = [];
  const problemes: Probleme[] = [];
  for (const attente of depotsEnAttente(snapshot)) {
    if (!estDeLaBoite(attente, depot, utilisateur)) continue;
    const { action, reference } = attente;
    const lue = parseReferenceRelance(reference);
    const suite = lue
      ? reprendre(
          snapshot,
          contexte,
          action,
          lue,
          parNom.get(normaliser(lue.designation)),
          doutesModeles,
        )
      : sansReference(snapshot, action);
    if (suite.sorte === 'message') {
      brouillons.push(suite.brouillon);
      reprises.push(suite.relance);
      contacts.push(suite.contact);
      if (depot.depot === 'lien') {
        const lien = marqueDe(depot, suite.brouillon, utilisateur);
        changements.push(...modifier('actions', action, reference, { brouillon: lien }));
      }
      continue;
    }
    const message = suite.problemes.map(messageDe).join(' ');
    refusees.push({
      devis: lue?.designation ?? reference,
      code: suite.problemes[0]?.code ?? '',
      message,
    });
    if (suite.sorte === 'close') changements.push(...clore(action, reference, message));
    else problemes.push(...suite.problemes.filter((p) => !ARRETS_VOULUS.has(p.code)));
  }
  return plan({ reprises, refusees, contacts }, { changements, brouillons, problemes });
}

function reprendre(
  snapshot: Snapshot,
  contexte: Contexte,
  action: Action,
  { designation, rang }: { designation: string; rang: number },
  candidat: Candidat | undefined,
  doutesModeles: readonly Probleme[],
): Suite {
  if (!candidat) return sansDevisEnvoye(snapshot, designation, rang);
  const doutes = [...candidat.doutes, ...doutesModeles];
  const decision = verdict(snapshot, candidat, doutes, AUCUN_CONTACT, contexte.aujourdHui);
  if (decision.arret !== null) return { sorte: 'attente', problemes: decision.arret };
  const auteur = action.auteur ?? contexte.utilisateur;
  const redige = redigerRelance(snapshot, contexte, candidat, rang, decision, auteur);
  if (!redige) {
    const cellule = adresseCellule(snapshot, 'actions', action.ligne, 'brouillon');
    return {
      sorte: 'attente',
      problemes: [probleme('REPRISE_SANS_MODELE', { devis: designation, rang, cellule })],
    };
  }
  if (redige.arret !== null) return { sorte: 'attente', problemes: redige.arret };
  return { sorte: 'message', ...redige, contact: decision.contact };
}

/** Le devis n'attend plus de réponse ; ou son statut, illisible, ne permet pas de le dire. */
function sansDevisEnvoye(snapshot: Snapshot, designation: string, rang: number): Suite {
  const devis = snapshot.tables.devis.find(
    (d) => normaliser(designer(d)) === normaliser(designation),
  );
  if (!devis) return close(designation, rang, 'il n’est plus dans l’onglet « Devis »');
  const illisibles = cellulesIllisibles(snapshot, 'devis', devis.ligne, ['statut', 'version']);
  if (illisibles.length > 0) return { sorte: 'attente', problemes: illisibles };
  const raison =
    devis.statut === 'Envoyé'
      ? 'une version plus récente est partie'
      : `il est « ${devis.statut ?? ''} »`;
  return close(designation, rang, raison);
}

function close(devis: string, rang: number, raison: string): Suite {
  return { sorte: 'close', problemes: [probleme('REPRISE_SANS_OBJET', { devis, rang, raison })] };
}

function sansReference(snapshot: Snapshot, action: Action): Suite {
  const cellule = adresseCellule(snapshot, 'actions', action.ligne, 'reference');
  return { sorte: 'attente', problemes: [probleme('REPRISE_SANS_REFERENCE', { cellule })] };
}

/** La ligne reste, mais n'est plus une relance : elle ne compte pas comme un message au contact. */
function clore(action: Action, reference: string, raison: string): Changement[] {
  return modifier('actions', action, reference, {
    type: 'Autre',
    compteRendu: raison,
    brouillon: 'aucun',
  });
}
