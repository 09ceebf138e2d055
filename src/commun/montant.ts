/** Montants : des centimes entiers, jamais des euros flottants (S2-5, S3-1). */

declare const marque: unique symbol;

/** Un montant en centimes d'euro, entier et sûr (|c| ≤ 2^53 − 1). */
export type Centimes = number & { readonly [marque]: 'Centimes' };

export const ZERO = 0 as Centimes;

/** Marque un entier de centimes. Une valeur non entière est une erreur de programmation. */
export function centimes(valeur: number): Centimes {
  if (!Number.isSafeInteger(valeur)) throw new RangeError(`Centimes non entiers : ${valeur}`);
  return (valeur === 0 ? 0 : valeur) as Centimes;
}

/** Convertit des euros (nombre d'une cellule) en centimes, arrondis au plus proche, moitié loin de zéro. */
export function eurosVersCentimes(euros: number): Centimes {
  const absolu = Math.abs(euros) * 100;
  const arrondi = Math.round(absolu + absolu * Number.EPSILON * 4);
  return centimes(euros < 0 && arrondi !== 0 ? -arrondi : arrondi);
}

/** Euros à deux décimales, pour une cellule ou le JSON. */
export function enEuros(montant: Centimes): number {
  return montant / 100;
}

export function somme(montants: Iterable<Centimes>): Centimes {
  let total = 0;
  for (const montant of montants) total += montant;
  return centimes(total);
}

/** Produit d'un montant par un taux (0,2 pour 20 %), arrondi au centime, moitié loin de zéro. */
export function appliquerTaux(montant: Centimes, taux: number): Centimes {
  const absolu = Math.abs(montant) * Math.abs(taux);
  const arrondi = Math.round(absolu + absolu * Number.EPSILON * 4);
  return centimes(montant * taux < 0 && arrondi !== 0 ? -arrondi : arrondi);
}

/**
 * Partage un montant en parts proportionnelles aux poids ; la somme des parts est le montant,
 * au centime (les centimes restants vont aux premières parts).
 * @throws RangeError si aucun poids n'est positif.
 */
export function repartir(montant: Centimes, poids: readonly number[]): Centimes[] {
  const total = poids.reduce((a, b) => a + b, 0);
  if (total <= 0 || poids.some((p) => p < 0))
    throw new RangeError('Poids de répartition invalides');
  const parts = poids.map((p) => Math.trunc((montant * p) / total));
  let reste = montant - parts.reduce((a, b) => a + b, 0);
  const pas = Math.sign(reste);
  for (let i = 0; reste !== 0; i = (i + 1) % parts.length) {
    if (poids[i] === 0) continue;
    parts[i] = (parts[i] ?? 0) + pas;
    reste -= pas;
  }
  return parts.map(centimes);
}
