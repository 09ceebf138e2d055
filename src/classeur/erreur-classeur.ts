import { messageDe, probleme, type CodeProbleme, type Probleme } from '../messages/probleme';

/**
 * Le classeur ne peut pas être lu ou écrit : rien n'a été écrit. Attrapée une seule fois, à
 * l'entrée de la commande, qui rend le code de sortie 3.
 */
export class ErreurClasseur extends Error {
  constructor(readonly problemes: readonly Probleme[]) {
    super(problemes.map(messageDe).join('\n'));
    this.name = 'ErreurClasseur';
  }
}

/** `throw refus('FICHIER_ABSENT', { chemin })`. */
export function refus<C extends CodeProbleme>(
  code: C,
  args: Parameters<typeof probleme<C>>[1],
): ErreurClasseur {
  return new ErreurClasseur([probleme(code, args)]);
}
