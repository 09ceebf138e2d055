import { typographier } from '../../src/messages/formats';
import { messageDe, type Probleme } from '../../src/messages/probleme';

/** La phrase d'un problème, avec ses espaces insécables. */
export function phrase(p: Probleme): string {
  return typographier(messageDe(p));
}

/** Plusieurs problèmes en un texte, une phrase par ligne. */
export function phrases(problemes: readonly Probleme[]): string {
  return problemes.map(phrase).join('\n');
}
