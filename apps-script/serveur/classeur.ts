import { journaliser } from '../../src/classeur/journaliser';
import type { Plan } from '../../src/classeur/plan';
import type { Snapshot } from '../../src/classeur/snapshot';
import type { CleTable } from '../../src/classeur/tables';
import type { Contexte } from '../../src/commun/contexte';
import { lireEtatGoogle, snapshotDe } from '../../src/sheets-api/lire-classeur-google';
import { modifierClasseurGoogle } from '../../src/sheets-api/modifier-classeur-google';
import type { Monde, Travail } from '../actions/action';
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

/** Ce qui a été décidé, et le classeur sur lequel on l'a décidé. */
export interface Fait<R> {
  readonly plan: Plan<R>;
  readonly monde: Monde;
}

/**
 * Lit, décide, écrit d'un bloc, Journal compris. Devancé par un autre, tout recommence sur le classeur
 * neuf : le monde rendu est celui de la décision écrite.
 */
export function modifierClasseur<R>(
  { journal, decider }: Pick<Travail<R>, 'journal' | 'decider'>,
  contexte: Contexte,
): Fait<R> {
  let monde: Monde | null = null;
  const plan = piloter(
    modifierClasseurGoogle<R>(idClasseur(), { jeton: jetonClasseur }),
    (snapshot) => {
      monde = { snapshot, contexte };
      const decide = decider(monde);
      return { ...decide, changements: journaliser(decide.changements, journal, contexte) };
    },
  );
  if (monde === null) throw new Error('Le classeur a été écrit sans décision.');
  return { plan, monde };
}

/** La même, une à la fois. */
export function modifierSousVerrou<R>(
  travail: Pick<Travail<R>, 'journal' | 'decider'>,
  contexte: Contexte,
): Fait<R> {
  return sousVerrou(() => modifierClasseur(travail, contexte));
}
