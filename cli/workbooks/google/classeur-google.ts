import { randomBytes } from 'node:crypto';
import { lireClasseurGoogle } from '../../../src/sheets-api/lire-classeur-google';
import { modifierClasseurGoogle } from '../../../src/sheets-api/modifier-classeur-google';
import type { Google } from '../../google/google';
import type { Classeur, Decideur, Ouverture } from '../classeur';
import { journaliserPlan } from '../journaliser-plan';
import { conduire } from './conduire';

/** Google conseille des envois de moins de 2 Mo ; le poids estimé l’est par excès. */
const OCTETS_PAR_ECRITURE = 2_000_000;

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
): Classeur {
  const lire: Classeur['lire'] = async () =>
    conduire(lireClasseurGoogle(id), { executer: await google.sheets() });
  return {
    fichier: null,
    octetsParEcriture: OCTETS_PAR_ECRITURE,
    lire,
    async modifier<R>(action: string, decider: Decideur<R>, origine?: (resultat: R) => string) {
      const journalise = journaliserPlan(action, decider, contexte, origine);
      if (simulation) return journalise(await lire());
      return conduire(modifierClasseurGoogle<R>(id, { jeton: tirerJeton }), {
        executer: await google.sheets(),
        decider: journalise,
      });
    },
  };
}
