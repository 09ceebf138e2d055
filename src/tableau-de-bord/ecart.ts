import { phraseRegleEcart } from '../messages/tableau';

/**
 * Un écart à l'objectif est-il de circonstance ou de fond (S3-3) ? La règle, déclarée une fois : son
 * seuil, et la phrase montrée à côté du chiffre. Un mois sans objectif ou sans chiffre rompt la suite.
 */
export const MOIS_DE_SUITE = 3;

export const REGLE_ECART = phraseRegleEcart(MOIS_DE_SUITE);

export type NatureEcart = 'ponctuel' | 'structurel';

/** `moisDeSuite` : mois de suite sous l'objectif, celui-ci compris ; `null` quand l'objectif est tenu. */
export function natureEcart(moisDeSuite: number): NatureEcart | null {
  if (moisDeSuite === 0) return null;
  return moisDeSuite >= MOIS_DE_SUITE ? 'structurel' : 'ponctuel';
}
