import * as z from 'zod/mini';

const EMAIL = z.email();

/** Une adresse à laquelle on peut écrire. */
export function estAdresseEmail(texte: string): boolean {
  return z.safeParse(EMAIL, texte).success;
}
