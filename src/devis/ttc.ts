import { appliquerTaux, centimes, type Centimes } from '../commun/montant';

/** HT × (1 + TVA), arrondi au centime ; `null` s'il manque l'un des deux. */
export function montantTtc(ht: Centimes | null, tauxTva: number | null): Centimes | null {
  if (ht === null || tauxTva === null) return null;
  return centimes(ht + appliquerTaux(ht, tauxTva));
}

/** Le TTC que feraient le HT et la TVA, si celui qui est écrit en diffère de plus d'un arrondi ; `null` sinon. */
export function ttcAttendu(
  ht: Centimes | null,
  tauxTva: number | null,
  ttc: Centimes | null,
): Centimes | null {
  const attendu = montantTtc(ht, tauxTva);
  return attendu === null || ttc === null || memeAuCentime(ttc, attendu) ? null : attendu;
}

export const memeAuCentime = (a: number, b: number): boolean => Math.abs(a - b) <= 1;
