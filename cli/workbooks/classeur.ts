import type { Plan } from '../../src/classeur/plan';
import type { Snapshot } from '../../src/classeur/snapshot';
import type { Contexte } from '../../src/commun/contexte';
import type { ResultatImport } from '../../src/import/resultat';
import type { OptionsImportGoogle } from '../../src/sheets-api/importer-dans-google';

/** Ce que décide le cœur, sur l'état lu ; peut attendre ce qui doit exister avant que le classeur le dise. */
export type Decideur<R> = (snapshot: Snapshot) => Plan<R> | Promise<Plan<R>>;

type ImportParEnvois = Pick<
  OptionsImportGoogle<ResultatImport>,
  'planifier' | 'contexte' | 'source' | 'progression' | 'octets'
>;

/** Un classeur, quel qu'en soit le support. Ce qui échoue lève `ErreurClasseur`. */
export interface Classeur {
  /** Chemin du fichier ; `null` : un classeur Google. */
  readonly fichier: string | null;
  /** Écrit un import en plusieurs envois s'il le faut ; `null` : toujours d'un bloc, par `modifier`. */
  readonly parEnvois: ((envois: ImportParEnvois) => Promise<Plan<ResultatImport>>) | null;
  lire(): Promise<Snapshot>;
  /**
   * Lit, décide, écrit d'un bloc ; personne n'écrit entre les deux. Le Journal est complété. En
   * simulation, n'écrit rien. Un fichier resté tel que `lire` l'a rendu donne à `decider` le même objet :
   * ce qui en a été décidé vaut encore. Sur un classeur Google, `decider` revient si quelqu'un a écrit entre-temps.
   */
  modifier<R>(
    action: string,
    decider: Decideur<R>,
    /** Ce que le Journal donne pour origine ; sans elle, celle du contexte. */
    origine?: (resultat: R) => string,
  ): Promise<Plan<R>>;
}

export interface Ouverture {
  readonly simulation: boolean;
  readonly contexte: Contexte;
}
