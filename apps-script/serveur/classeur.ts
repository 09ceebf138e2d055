import { journaliser } from '../../src/classeur/journaliser';
import type { Plan } from '../../src/classeur/plan';
import type { Snapshot } from '../../src/classeur/snapshot';
import type { CleTable } from '../../src/classeur/tables';
import type { Contexte } from '../../src/commun/contexte';
import { lireEtatGoogle, snapshotDe } from '../../src/sheets-api/lire-classeur-google';
import { modifierClasseurGoogle } from '../../src/sheets-api/modifier-classeur-google';
import { estRefuse } from '../../src/messages/avertissements';
import type { Monde, Travail } from '../actions/action';
import type { Depose } from '../actions/messages-gmail';
import { poserTous } from './courrier';
import { jetonClasseur } from './jetons';
import { piloter } from './piloter';
import { sousVerrou } from './verrou';

export function idClasseur(): string {
  return SpreadsheetApp.getActiveSpreadsheet().getId();
}

/** Le classeur lu, et la table de chaque onglet, quel que soit le nom qu'on lui a donné. */
export interface ClasseurLu {
  readonly snapshot: Snapshot;
  tableDe(sheetId: number): CleTable | null;
}

export function lireClasseur(): ClasseurLu {
  const etat = piloter(lireEtatGoogle(idClasseur()));
  return {
    snapshot: snapshotDe(etat),
    tableDe(sheetId) {
      for (const [cle, onglet] of etat.onglets) if (onglet.sheetId === sheetId) return cle;
      return null;
    },
  };
}

/** Ce qui a été décidé, le classeur sur lequel on l'a décidé, et les brouillons posés. */
export interface Fait<R> {
  readonly plan: Plan<R>;
  readonly monde: Monde;
  readonly deposes: readonly Depose[] | null;
}

type Decision<R> = Pick<Travail<R>, 'journal' | 'decider' | 'messages'>;

/**
 * Lit, décide, écrit d'un bloc, Journal compris. Devancé par un autre, tout recommence sur le classeur
 * neuf : le monde rendu est celui de la décision écrite.
 */
export function modifierClasseur<R>(
  { journal, decider, messages }: Decision<R>,
  contexte: Contexte,
): Fait<R> {
  let monde: Monde | null = null;
  let deposes: readonly Depose[] | null = [];
  const plan = piloter(
    modifierClasseurGoogle<R>(idClasseur(), { jeton: jetonClasseur }),
    (snapshot) => {
      monde = { snapshot, contexte };
      const decide = decider(monde);
      // Les messages d'abord : interrompu ici, le classeur les ignore, et ils seront retrouvés.
      if (messages && !estRefuse(decide)) {
        deposes = poserTous(messages(decide), contexte.utilisateur);
      }
      return { ...decide, changements: journaliser(decide.changements, journal, contexte) };
    },
  );
  if (monde === null) throw new Error('Le classeur a été écrit sans décision.');
  return { plan, monde, deposes };
}

/** La même, une à la fois. */
export function modifierSousVerrou<R>(travail: Decision<R>, contexte: Contexte): Fait<R> {
  return sousVerrou(() => modifierClasseur(travail, contexte));
}
