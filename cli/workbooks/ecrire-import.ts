import type { Plan } from '../../src/classeur/plan';
import type { Snapshot } from '../../src/classeur/snapshot';
import type { Contexte } from '../../src/commun/contexte';
import { origineImport } from '../../src/import/origines';
import type { ResultatImport } from '../../src/import/resultat';
import type { Classeur } from './classeur';

export type PlanifierImport = (snapshot: Snapshot, contexte: Contexte) => Plan<ResultatImport>;

/**
 * Écrit un import : d'un bloc, ou comme le classeur l'exige (plusieurs envois sous un même numéro chez
 * Google). Interrompu, il se finit en important à nouveau le même fichier : ce qui est déjà dans le
 * classeur est reconnu et n'est pas écrit deux fois.
 */
export function ecrireImport(
  classeur: Classeur,
  planifier: PlanifierImport,
  contexte: Contexte,
  /** Le nom du fichier. */
  source: string,
  progression: (restants: number) => void,
  /** D'un bloc : le plan est prêt, rien n'est encore écrit. */
  avantEcriture: () => Promise<void> = async () => {},
): Promise<Plan<ResultatImport>> {
  return classeur.parEnvois
    ? classeur.parEnvois({ planifier, contexte, source, progression })
    : classeur.modifier(
        'importer',
        async (s) => {
          const plan = planifier(s, contexte);
          await avantEcriture();
          return plan;
        },
        (r) => origineImport(r.import),
      );
}
