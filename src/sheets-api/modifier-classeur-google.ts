import { aRegarder } from '../classeur/lignes-annotees';
import { ErreurClasseur, refus } from '../classeur/erreur-classeur';
import type { Changement } from '../classeur/changements';
import type { Plan } from '../classeur/plan';
import { suivreNotes } from '../classeur/suivre-notes';
import { TABLES } from '../classeur/tables';
import type { Probleme } from '../messages/probleme';
import type { Dialogue } from './appel';
import { VIDEE } from './blocs';
import { ecrire } from './ecrire';
import { attendre } from './insister';
import { lireEtatGoogle, snapshotDe } from './lire-classeur-google';
import type { EtatGoogle } from './lire-etat';
import { lignesAnnotees, lireNotes } from './notes';
import { aVerifier, reparer, type Nommer } from './reparer';
import type { EcritureJson } from './reponses';
import { suivreCalculs } from './suivre-calculs';
import { verifierSuppressions } from './suppressions';
import {
  lectureApres,
  lignesEcrites,
  lignesEgarees,
  plagesTemoins,
  type Ecrite,
  type Egaree,
  type Lecture,
} from './temoins';
import { ongletDe, replier, traduire, type EcrituresParTable } from './traduire';

export interface OptionsEcritureGoogle {
  /** Seize chiffres hexadécimaux tirés au hasard, nouveaux à chaque appel. */
  readonly jeton: () => string;
}

/** Fois où l'on accepte d'être devancé par un autre. */
const TOURS = 6;

/**
 * Lit, demande une décision (`decider`), écrit tout en un seul appel ou rien (S1-1, S2-6). Si
 * quelqu'un a écrit entre-temps, relit et redemande : `decider` peut donc venir plusieurs fois, seul
 * le dernier plan est écrit, et il est rendu. La coquille répond avec un plan déjà journalisé ;
 * un plan sans changement n'écrit rien. Le plan rendu peut porter de plus un problème
 * LIGNE_DISPARUE ou LIGNE_A_VERIFIER : quelqu'un déplaçait des lignes à cet instant.
 * @throws ErreurClasseur : chaque problème dit si quelque chose a pu être écrit.
 */
export function* modifierClasseurGoogle<R>(
  id: string,
  { jeton }: OptionsEcritureGoogle,
): Dialogue<Plan<R>> {
  for (let tour = 1; ; tour++) {
    const etat = yield* lireEtatGoogle(id);
    const plan = yield* deciderSur<R>(etat, exigerInscriptible);
    const parTable = replier(etat, plan.changements);
    yield* suivre(etat, parTable);
    const ecritures = traduire(etat, parTable);
    if (ecritures.length === 0) return plan;
    const requetes = [...ecritures, ...suivreCalculs(etat, parTable, ecritures)];
    const ecrites = lignesEcrites(parTable);
    const registre = ongletDe(etat, 'registre').sheetId;
    const plages = plagesTemoins(etat, ecrites);
    const issue = yield* ecrire({ id, jeton: etat.jeton, registre, requetes, plages }, jeton());
    if (issue.sorte === 'ecrit') {
      const nommer = nommerDans(plan.changements);
      const problemes = yield* verifier(etat, ecrites, issue.json, nommer, jeton);
      const mal = yield* verifierSuppressions(etat, parTable, jeton);
      return { ...plan, problemes: [...plan.problemes, ...problemes, ...mal] };
    }
    if (tour === TOURS) throw refus('CLASSEUR_DISPUTE', undefined);
    yield* attendre(0);
  }
}

/** Lit et demande une décision, sans rien écrire : le plan qui serait écrit. */
export function* simulerClasseurGoogle<R>(id: string): Dialogue<Plan<R>> {
  return yield* deciderSur<R>(yield* lireEtatGoogle(id), () => {});
}

/** La décision de la coquille ; refusée si elle supprimait une ligne annotée par quelqu'un. */
function* deciderSur<R>(etat: EtatGoogle, exiger: (etat: EtatGoogle) => void): Dialogue<Plan<R>> {
  const snapshot = snapshotDe(etat);
  exiger(etat);
  const reponse = yield { methode: 'decider', snapshot };
  if (!('plan' in reponse)) throw new Error('Réponse sans plan : erreur de la coquille.');
  const plan = reponse.plan as Plan<R>;
  const annotees = yield* lignesAnnotees(etat, aRegarder(plan));
  if (annotees.length === 0) return plan;
  return { ...plan, changements: [], problemes: [...plan.problemes, ...annotees] };
}

/** Sans jeton ni identité, deux personnes tireraient le même numéro : on n'écrit pas. */
export function exigerInscriptible({ id, classeur, jeton }: EtatGoogle): void {
  if (classeur === null || jeton.ids.length === 0) throw refus('CLASSEUR_NON_INSTALLE', undefined);
  if (classeur !== id) throw refus('CLASSEUR_COPIE', undefined);
}

/** Dans un onglet refait, les notes de l'utilisateur suivent l'enregistrement qu'elles annotent. */
function* suivre(etat: EtatGoogle, parTable: EcrituresParTable): Dialogue<void> {
  for (const [table, ecritures] of parTable) {
    const identite = TABLES[table].identite.map((cle) => ecritures.rangDe(cle));
    if (!ecritures.refaites || identite.length === 0) continue;
    const notes = yield* lireNotes(etat.id, ongletDe(etat, table), identite);
    if (notes) suivreNotes(ecritures, identite, notes, VIDEE);
  }
}

/**
 * Les lignes modifiées étaient-elles bien celles que l'on avait lues ? Sinon, répare. L'écriture a eu
 * lieu : une panne ici ne doit pas faire dire le contraire.
 */
export function* verifier(
  etat: EtatGoogle,
  ecrites: readonly Ecrite[],
  json: EcritureJson | null,
  nommer: Nommer,
  jeton: () => string,
): Dialogue<Probleme[]> {
  if (ecrites.length === 0) return [];
  let egarees: readonly Egaree[] = [];
  try {
    egarees = lignesEgarees(etat, ecrites, json ? lectureApres(etat, json) : yield* relire(etat));
    return egarees.length > 0 ? yield* reparer(etat, egarees, nommer, jeton) : [];
  } catch (erreur) {
    if (!(erreur instanceof ErreurClasseur)) throw erreur;
    return egarees.map((egaree) => aVerifier(etat, egaree, egaree.ligne));
  }
}

/** La réponse de l'écriture s'est perdue : ses lignes se relisent. */
function* relire({ id }: EtatGoogle): Dialogue<Lecture> {
  const relu = yield* lireEtatGoogle(id);
  return (table, ligne) => ongletDe(relu, table).grille[ligne - 1] ?? [];
}

export function nommerDans(changements: readonly Changement[]): Nommer {
  return (table, ligne) => {
    const c = changements.find(
      (c) => c.type === 'modifier' && c.table === table && c.ligne === ligne,
    );
    return c?.type === 'modifier' ? c.nom : `ligne ${ligne}`;
  };
}
