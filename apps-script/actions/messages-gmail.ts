import { refus } from '../../src/classeur/erreur-classeur';
import type { Brouillon } from '../../src/relances/brouillon';
import { brouillonVersMime } from '../../src/relances/mime';

/** Un message prêt à être déposé. */
export interface Message {
  readonly brouillon: Brouillon;
  readonly mime: string;
}

/**
 * Les messages, écrits avant toute intention : celui que les règles refuseraient arrête tout.
 * @throws ErreurClasseur BROUILLON_INVALIDE.
 */
export function messagesDe(brouillons: readonly Brouillon[]): Message[] {
  return brouillons.map((brouillon) => {
    try {
      return { brouillon, mime: brouillonVersMime(brouillon, { deposable: false }) };
    } catch (erreur) {
      if (!(erreur instanceof RangeError)) throw erreur;
      const { reference } = brouillon;
      throw refus('BROUILLON_INVALIDE', { reference, cause: erreur.message });
    }
  });
}
