import type { Appel, Dialogue, Reponse } from './appel';
import { erreurDe, estAmbigu, estQuota } from './echecs';

/** Attentes entre deux essais : 1, 2, 4, 8, 16 s, puis on renonce. */
export const ATTENTES = 5;

export function* attendre(essai: number): Dialogue<void> {
  yield { methode: 'attendre', ms: 1000 * 2 ** essai };
}

type Lecture = Extract<Appel, { methode: 'get' | 'batchGet' }>;

/**
 * Lit, ou écrit ce qui peut l'être deux fois, en insistant tant que Google est occupé ou ne répond
 * pas ; rend la dernière réponse.
 */
export function* insister(appel: Appel): Dialogue<Reponse> {
  for (let essai = 0; ; essai++) {
    const reponse = yield appel;
    if (reponse.ok || essai === ATTENTES || !(estQuota(reponse) || estAmbigu(reponse)))
      return reponse;
    yield* attendre(essai);
  }
}

/** @throws ErreurClasseur si Google refuse ou ne répond toujours pas. */
export function* lire<J>(appel: Lecture): Dialogue<J> {
  const reponse = yield* insister(appel);
  if (!reponse.ok) throw erreurDe(reponse, appel.id);
  return jsonDe<J>(reponse);
}

/** Le JSON d'une réponse, tel que la documentation de Google le décrit. */
export function jsonDe<J>(reponse: object): J {
  if (!('json' in reponse)) throw new Error('Réponse sans JSON : erreur de la coquille.');
  return reponse.json as J;
}
