/** Celle de zod : l'importer ajouterait 7 Ko au module. Un test vérifie que c'est la même. */
export const ADRESSE_EMAIL =
  /^(?:[A-Za-z0-9_'+-]+\.)*[A-Za-z0-9_'+-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}$/;

/** Une adresse à laquelle on peut écrire. */
export function estAdresseEmail(texte: string): boolean {
  return ADRESSE_EMAIL.test(texte);
}
