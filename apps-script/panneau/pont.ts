import { messageEchec } from '../../src/messages/panneau';
import { reconnaitreEchec } from './echecs';

/** Le passage entre la page et le serveur. Il n'y circule que du texte (du JSON). */

type Fonction = 'envoyer' | 'ouvrir' | 'allerA';

interface Lanceur extends Readonly<Record<Fonction, (texte: string) => void>> {
  withSuccessHandler(suite: (reponse: unknown) => void): Lanceur;
  withFailureHandler(suite: (erreur: unknown) => void): Lanceur;
}

declare const google:
  { readonly script: { readonly run: Lanceur; readonly host: { close(): void } } } | undefined;

/** Un silence plus long est dit ; la réponse, si elle finit par venir, est encore reçue. */
const DELAI = 60_000;

/** Un échec que la page peut montrer tel quel. */
export class EchecPont extends Error {}

const script = () => (typeof google === 'undefined' ? null : google.script);

/**
 * Appelle une fonction du serveur. Rejette avec un `EchecPont`, dont le message est une phrase à montrer.
 * `tardive` reçoit une réponse arrivée après le délai.
 */
export function appeler(
  fonction: Fonction,
  demande: unknown,
  tardive: (reponse: string) => void = () => undefined,
): Promise<string> {
  const ecrit = fonction === 'envoyer';
  return new Promise((resolve, reject) => {
    let enRetard = false;
    const minuterie = setTimeout(() => {
      enRetard = true;
      reject(new EchecPont(messageEchec('delai', ecrit)));
    }, DELAI);
    const echouer = (erreur: unknown): void => {
      clearTimeout(minuterie);
      const detail = erreur instanceof Error ? erreur.message : String(erreur);
      reject(
        new EchecPont(messageEchec(reconnaitreEchec(detail, navigator.onLine), ecrit, detail)),
      );
    };
    const reussir = (reponse: unknown): void => {
      clearTimeout(minuterie);
      const texte = typeof reponse === 'string' ? reponse : '';
      if (enRetard) tardive(texte);
      else resolve(texte);
    };
    const lanceur = script()?.run;
    if (!lanceur) return echouer('NetworkError');
    try {
      const appel = lanceur.withSuccessHandler(reussir).withFailureHandler(echouer);
      appel[fonction](JSON.stringify(demande));
    } catch (erreur) {
      echouer(erreur);
    }
  });
}

/** Ferme le panneau. */
export const fermer = (): void => script()?.host.close();
