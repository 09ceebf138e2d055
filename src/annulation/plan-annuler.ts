import type { Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import type { Contexte } from '../commun/contexte';
import { aDefaireDAbord } from './a-defaire-d-abord';
import { defaire, type ResultatAnnulation } from './defaire';

/**
 * Défait un import, exactement (S2-12) : ce qu'il a créé disparaît, ce qu'il a modifié revient. Tout ou
 * rien : si un changement fait depuis devait être perdu, il est nommé et rien ne change. Les imports à
 * défaire d'abord sont tous dits, en dernier.
 */
export function planAnnuler(
  snapshot: Snapshot,
  numero: number,
  contexte: Contexte,
): Plan<ResultatAnnulation> {
  const defaite = defaire(snapshot, numero, contexte);
  if (defaite.refus.length === 0) return defaite.plan;
  const { plan } = defaite;
  const premiers = aDefaireDAbord(snapshot, numero, contexte, defaite);
  return premiers === null ? plan : { ...plan, problemes: [...plan.problemes, premiers] };
}
