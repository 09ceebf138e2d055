import type { Plan } from '../../../src/classeur/plan';
import type { Snapshot } from '../../../src/classeur/snapshot';
import type { Appel, Dialogue, Reponse } from '../../../src/sheets-api/appel';

/** De quoi mener un dialogue. */
export interface Conduite {
  readonly executer: (appel: Appel) => Promise<Reponse>;
  readonly decider?: (snapshot: Snapshot) => Plan<unknown> | Promise<Plan<unknown>>;
  /** Durée la plus longue ; la vraie est tirée entre sa moitié et elle. */
  readonly attendre: (ms: number) => Promise<void>;
}

/** Mène un dialogue jusqu'à sa fin, un appel après l'autre. */
export async function conduire<R>(dialogue: Dialogue<R>, conduite: Conduite): Promise<R> {
  const { executer, decider, attendre } = conduite;
  let pas = dialogue.next();
  while (!pas.done) {
    const demande = pas.value;
    let reponse: Reponse = { ok: true, json: null };
    switch (demande.methode) {
      case 'attendre':
        await attendre(demande.ms);
        break;
      case 'decider':
        if (!decider) throw new Error('Ce dialogue demande une décision que personne ne prend.');
        reponse = { ok: true, plan: await decider(demande.snapshot) };
        break;
      default:
        reponse = await executer(demande);
    }
    pas = dialogue.next(reponse);
  }
  return pas.value;
}
