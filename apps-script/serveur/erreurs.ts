import { ErreurClasseur } from '../../src/classeur/erreur-classeur';
import { typographier } from '../../src/messages/formats';
import { messageEchec } from '../../src/messages/panneau';
import { phrase } from '../formulaire/phrase';
import { reconnaitreEchec } from '../panneau/echecs';
import { EchecModule } from './echec-module';
import { messageDe } from './piloter';

/** Un formulaire se renvoie sans risque : l'envoi déjà inscrit est reconnu. */
const RENVOYER =
  'Google n’a pas dit si l’écriture a eu lieu. Elle est entière ou absente, jamais à moitié : renvoyez ce formulaire, il ne comptera qu’une fois.';

/**
 * Le seul endroit où une erreur devient des phrases : que s'est-il passé, qu'est-ce qui est écrit, que
 * faire. `renvoyable` : la même demande peut être renvoyée, son jeton la reconnaîtra.
 */
export function direErreur(erreur: unknown, renvoyable = false): string {
  if (erreur instanceof EchecModule) return typographier(erreur.message);
  if (erreur instanceof ErreurClasseur) {
    return erreur.problemes
      .map((p) => (renvoyable && p.code === 'ECRITURE_INCERTAINE' ? RENVOYER : phrase(p)))
      .map(typographier)
      .join('\n');
  }
  const detail = messageDe(erreur);
  return typographier(messageEchec(reconnaitreEchec(detail, true), renvoyable, detail));
}
