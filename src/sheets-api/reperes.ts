/** Ce qui marque notre classeur chez Google, et survit aux renommages (métadonnées de développeur). */
export const META = {
  /** Sur un onglet : la clé de sa table (`devis`). */
  onglet: 'suivi.onglet',
  /** Sur une colonne : `devis.montantHt`. */
  colonne: 'suivi.colonne',
  /** Sur le classeur : son identifiant ; un autre que le sien dit une copie. */
  classeur: 'suivi.classeur',
  /** Sur le classeur : la version du produit qui l'a installé. */
  version: 'suivi.version',
} as const;

/** Locale et fuseau d'un classeur : les formules y prennent « ; », les dates sont de Paris. */
export const LOCALE = 'fr_FR';
export const FUSEAU = 'Europe/Paris';

/** `'Revue hebdo'!A2:B9` : une plage A1, le titre toujours entre apostrophes. */
export function plageA1(titre: string, plage = ''): string {
  return `'${titre.replace(/'/g, "''")}'${plage ? `!${plage}` : ''}`;
}
