import { plan as planVide, type Plan } from '../../src/classeur/plan';
import type { ResultatDuJour } from '../../src/relances/plan-du-jour';
import type { Snapshot } from '../../src/classeur/snapshot';
import type { Contexte } from '../../src/commun/contexte';
import { modifierClasseur } from './classeur';
import type { Message } from '../actions/messages-gmail';
import { gmailAutorise, poser, retirer, type Pose } from './courrier';
import { partie } from './partie';

/** Google arrête un script à six minutes : on s'arrête avant, le reste attend le passage suivant. */
const BUDGET_MS = 240_000;

/** Les relances préparées ; `deposes` nul : Gmail n'est pas autorisé, des liens les remplacent. */
export interface Passage {
  readonly plan: Plan<ResultatDuJour>;
  readonly snapshot: Snapshot;
  readonly deposes: readonly Pose[] | null;
}

interface Options {
  /** Seulement les devis que suit cette personne. */
  readonly pour: string | null;
  /** Rien à faire aujourd'hui (jour non ouvré). */
  readonly passer?: (snapshot: Snapshot) => boolean;
}

const VIDE: ResultatDuJour = { dues: 0, brouillons: [], refusees: [], factures: [], enAttente: [] };

/**
 * Les relances dues, en brouillons Gmail. L'intention est écrite d'abord, puis les brouillons sont
 * posés, puis leurs identifiants inscrits : où que cela s'arrête, le passage suivant reprend sans doubler.
 * À appeler sous le verrou.
 */
export function preparerRelances(contexte: Contexte, { pour, passer }: Options): Passage {
  const debut = Date.now();
  const permis = gmailAutorise();
  const boite = contexte.utilisateur;
  const depot = { depot: permis ? 'gmail' : 'lien', boite } as const;
  let messages: Message[] = [];
  const { plan, monde } = modifierClasseur<ResultatDuJour>(
    {
      journal: 'relances',
      decider({ snapshot }) {
        if (passer?.(snapshot)) return planVide(VIDE);
        const { planDuJour, messagesDe } = partie('relances');
        const du = planDuJour(snapshot, contexte, pour === null ? depot : { ...depot, pour });
        messages = messagesDe(du.brouillons);
        return du;
      },
    },
    contexte,
  );
  const { snapshot } = monde;
  if (!permis) return { plan, snapshot, deposes: null };
  const poses = poserTous(messages, boite, debut);
  return { plan, snapshot, deposes: poses.length > 0 ? confirmer(poses, contexte) : [] };
}

function poserTous(messages: readonly Message[], boite: string, debut: number): Pose[] {
  const poses: Pose[] = [];
  for (const message of messages) {
    if (Date.now() - debut > BUDGET_MS) break;
    const pose = poser(message, boite);
    if (pose) poses.push(pose);
  }
  return poses;
}

/** Inscrit les identifiants ; ce qu'un autre passage avait déjà posé est retiré de la boîte. */
function confirmer(poses: readonly Pose[], contexte: Contexte): Pose[] {
  const { planConfirmer } = partie('relances');
  const { plan } = modifierClasseur(
    { journal: 'relances : brouillons', decider: ({ snapshot }) => planConfirmer(snapshot, poses) },
    contexte,
  );
  const enTrop = new Set(plan.resultat.enTrop.map((d) => d.id));
  for (const pose of poses) if (pose.nouveau && enTrop.has(pose.id)) retirer(pose.id);
  return poses.filter((p) => !enTrop.has(p.id));
}
