import { randomBytes } from 'node:crypto';
import { ErreurClasseur } from '../../../src/classeur/erreur-classeur';
import { cadencer } from '../../../src/sheets-api/cadence';
import { importerDansGoogle } from '../../../src/sheets-api/importer-dans-google';
import { lireClasseurGoogle } from '../../../src/sheets-api/lire-classeur-google';
import {
  modifierClasseurGoogle,
  simulerClasseurGoogle,
} from '../../../src/sheets-api/modifier-classeur-google';
import type { Google } from '../../google/google';
import type { Classeur, Decideur, Ouverture } from '../classeur';
import { journaliserPlan } from '../journaliser-plan';
import { conduire } from './conduire';

const ATTENTE_MS = 60_000;

/** Seize chiffres hexadécimaux, nouveaux à chaque écriture. */
export const tirerJeton = (): string => randomBytes(8).toString('hex');

/**
 * Un classeur Google. Le jeton du classeur fait échouer toute écriture fondée sur un état périmé : la
 * décision est alors reprise sur l'état relu.
 */
export function ouvrirClasseurGoogle(
  id: string,
  { simulation, contexte }: Ouverture,
  google: Google,
): Classeur & { readonly parEnvois: NonNullable<Classeur['parEnvois']> } {
  const lire: Classeur['lire'] = async () =>
    conduire(lireClasseurGoogle(id), {
      executer: await google.sheets(),
      attendre: google.attendre,
    });
  return {
    fichier: null,
    lire,
    async parEnvois(envois) {
      const dialogue = importerDansGoogle(id, { ...envois, jeton: tirerJeton });
      const { plan } = await conduire(cadencer(dialogue, google.cadence), {
        executer: await google.sheets(),
        attendre: google.attendre,
      });
      return plan;
    },
    async modifier<R>(action: string, decider: Decideur<R>, origine?: (resultat: R) => string) {
      const journalise = journaliserPlan(action, decider, contexte, origine);
      const executer = await google.sheets();
      if (simulation) {
        const { attendre } = google;
        const conduite = { executer, attendre, decider: journalise };
        return conduire(simulerClasseurGoogle<R>(id), conduite);
      }
      return malgreLesAutres(google, () =>
        conduire(modifierClasseurGoogle<R>(id, { jeton: tirerJeton }), {
          executer,
          attendre: google.attendre,
          decider: journalise,
        }),
      );
    },
  };
}

/** Comme on attend le verrou d'un fichier : une minute, tant que d'autres écrivent avant nous. */
export async function malgreLesAutres<T>(google: Google, ecrire: () => Promise<T>): Promise<T> {
  const limite = Date.now() + ATTENTE_MS;
  for (;;) {
    try {
      return await ecrire();
    } catch (erreur) {
      const dispute =
        erreur instanceof ErreurClasseur && erreur.problemes[0]?.code === 'CLASSEUR_DISPUTE';
      if (!dispute || Date.now() > limite) throw erreur;
    }
    await google.attendre(2_000);
  }
}
