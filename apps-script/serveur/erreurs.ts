import type { ErreurClasseur } from '../../src/classeur/erreur-classeur';
import { typographier } from '../../src/messages/formats';
import { messageEchec } from '../../src/messages/panneau';
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
  if (estErreurClasseur(erreur)) {
    const incertaine = erreur.problemes.some((p) => p.code === 'ECRITURE_INCERTAINE');
    return typographier(renvoyable && incertaine ? RENVOYER : erreur.message);
  }
  const detail = messageDe(erreur);
  return typographier(messageEchec(reconnaitreEchec(detail, true), renvoyable, detail));
}

/** Par son nom : une partie du script a sa propre classe, et les phrases qui vont avec. */
export function estErreurClasseur(erreur: unknown): erreur is ErreurClasseur {
  return erreur instanceof Error && erreur.name === 'ErreurClasseur' && 'problemes' in erreur;
}
