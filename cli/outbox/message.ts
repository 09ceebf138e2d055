import { probleme, type Probleme } from '../../src/messages/probleme';
import type { Brouillon } from '../../src/relances/brouillon';
import { brouillonVersMime, type OptionsMime } from '../../src/relances/mime';

/** Un message que les règles refusent (adresse à deux lignes…) est un problème, pas une panne. */
export function messageOuProbleme(b: Brouillon, options: OptionsMime): string | Probleme {
  try {
    return brouillonVersMime(b, options);
  } catch (erreur) {
    if (!(erreur instanceof RangeError)) throw erreur;
    return probleme('BROUILLON_INVALIDE', { reference: b.reference, cause: erreur.message });
  }
}
