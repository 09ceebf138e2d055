import { consignerImport } from '../../src/annulation/consigner';
import { estImport } from '../../src/import/origines';
import { journaliser } from '../../src/classeur/journaliser';
import type { Plan } from '../../src/classeur/plan';
import type { Snapshot } from '../../src/classeur/snapshot';
import type { Contexte } from '../../src/commun/contexte';
import type { Decideur } from './classeur';

/** La décision, complétée de ses lignes de Journal. */
export function journaliserPlan<R>(
  action: string,
  decider: Decideur<R>,
  contexte: Contexte,
  origine?: (resultat: R) => string,
): (snapshot: Snapshot) => Promise<Plan<R>> {
  return async (snapshot) => {
    const plan = await decider(snapshot);
    const auJournal = origine ? { ...contexte, origine: origine(plan.resultat) } : contexte;
    const consigner = estImport(auJournal.origine) ? consignerImport(snapshot) : null;
    return { ...plan, changements: journaliser(plan.changements, action, auJournal, consigner) };
  };
}
