import type { DateCivile } from '../../src/commun/date-civile';
import { probleme } from '../../src/messages/probleme';
import type { Champs, Valeurs } from './champ';
import { estProbleme } from './lecteurs';
import { phrase } from './phrase';

/** Clé du champ → ce qui ne va pas. */
export type Fautes = Readonly<Record<string, string>>;

/** Lit tout ce qui est tapé ; toutes les fautes à la fois. Une clé inconnue est ignorée. */
export function lireChamps<F extends Champs>(
  champs: F,
  tapees: Readonly<Record<string, string>>,
  aujourdHui: DateCivile,
): { readonly valeurs: Valeurs<F>; readonly fautes: Fautes } {
  const valeurs: Record<string, unknown> = {};
  const fautes: Record<string, string> = {};
  for (const [cle, declare] of Object.entries(champs)) {
    const texte = (tapees[cle] ?? '').trim();
    valeurs[cle] = null;
    if (texte === '') {
      if (declare.requis) fautes[cle] = phrase(probleme('SAISIE_REQUISE', { aide: declare.aide }));
      continue;
    }
    const lu = declare.lire(texte, aujourdHui);
    if (estProbleme(lu)) fautes[cle] = phrase(lu);
    else valeurs[cle] = lu;
  }
  return { valeurs: valeurs as Valeurs<F>, fautes };
}
