import type { Action } from '../classeur/tables/actions';
import type { Affaire } from '../classeur/tables/affaires';
import type { Devis } from '../classeur/tables/devis';
import { normaliser } from '../commun/texte';
import { designer } from '../devis/designation';
import { formatDate } from '../messages/formats';

/** La dernière action de chaque devis et de chaque affaire, lue en un passage. */
export interface DernieresActions {
  readonly deDevis: (devis: Devis) => string | null;
  readonly deAffaire: (affaire: Affaire) => string | null;
}

function plusRecente(a: Action | null, b: Action | null): Action | null {
  if (!a?.date) return b;
  return b?.date && b.date >= a.date ? b : a;
}

function dire(action: Action | null): string | null {
  return action?.date ? [formatDate(action.date), action.type].filter((t) => t).join(' ') : null;
}

/** `12/03/2026 Appel` : sur le devis ou l'une de ses versions, sinon sur son affaire. */
export function dernieresActions(actions: readonly Action[], jusquA: string): DernieresActions {
  const parCle = new Map<string, Action>();
  const noter = (reference: string | null, action: Action): void => {
    if (!reference || !action.date || action.date > jusquA) return;
    const cle = normaliser(reference);
    const retenue = plusRecente(parCle.get(cle) ?? null, action);
    if (retenue) parCle.set(cle, retenue);
  };
  for (const action of actions) {
    noter(action.devis, action);
    if (!action.devis) noter(action.affaire, action);
  }
  const lire = (reference: string | null): Action | null =>
    (reference && parCle.get(normaliser(reference))) || null;
  return {
    deDevis: (devis) =>
      dire([designer(devis), devis.numero, devis.affaire].map(lire).reduce(plusRecente, null)),
    deAffaire: (affaire) => dire(lire(affaire.numero)),
  };
}
