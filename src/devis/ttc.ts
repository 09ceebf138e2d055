import { appliquerTaux, centimes, type Centimes } from '../commun/montant';

/** HT × (1 + TVA), arrondi au centime ; `null` s'il manque l'un des deux. */
export function montantTtc(ht: Centimes | null, tauxTva: number | null): Centimes | null {
  if (ht === null || tauxTva === null) return null;
  return centimes(ht + appliquerTaux(ht, tauxTva));
}
