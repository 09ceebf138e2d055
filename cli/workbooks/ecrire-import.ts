import type { Plan } from '../../src/classeur/plan';
import type { Snapshot } from '../../src/classeur/snapshot';
import type { Contexte } from '../../src/commun/contexte';
import type { ResultatImport } from '../../src/import/resultat';
import { premiereTranche } from '../../src/sheets-api/tranches';
import type { Classeur } from './classeur';

type Planifier = (snapshot: Snapshot, contexte: Contexte) => Plan<ResultatImport>;

const origine = (r: ResultatImport): string => `import n° ${r.import}`;

/**
 * Écrit un import : d'un bloc, ou en plusieurs appels sous un même numéro si le classeur le demande.
 * Interrompu entre deux, il se finit en important à nouveau le même fichier : ce qui est déjà dans le
 * classeur est reconnu et n'est pas écrit deux fois.
 */
export async function ecrireImport(
  classeur: Classeur,
  planifier: Planifier,
  contexte: Contexte,
  progression: (restants: number) => void,
): Promise<Plan<ResultatImport>> {
  const { octetsParEcriture } = classeur;
  if (octetsParEcriture === null) {
    return classeur.modifier('importer', (s) => planifier(s, contexte), origine);
  }
  let premier: Plan<ResultatImport> | null = null;
  let avant = Infinity;
  for (;;) {
    const suite = premier ? { ...contexte, origine: origine(premier.resultat) } : contexte;
    let restants = 0;
    const fait: Plan<ResultatImport> = await classeur.modifier(
      'importer',
      (snapshot) => {
        const plan = planifier(snapshot, suite);
        const tranche = premiereTranche(plan.changements, octetsParEcriture);
        restants = tranche.restants;
        return { ...plan, changements: tranche.changements };
      },
      origine,
    );
    premier ??= fait;
    if (restants === 0) return premier;
    if (restants >= avant) throw new Error(`Import sans fin : ${restants} écritures restantes.`);
    avant = restants;
    progression(restants);
  }
}
