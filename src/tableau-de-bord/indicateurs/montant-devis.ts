import { somme, ZERO, type Centimes } from '../../commun/montant';
import type { DevisCompte } from '../index-commercial';

/** Σ HT de devis ; un montant manquant ou illisible n'y est pas (il est signalé par une alerte). */
export function montantHtDe(devis: readonly DevisCompte[]): Centimes {
  return somme(devis.map((d) => d.ligne.montantHt ?? ZERO));
}

export const signes = (devis: readonly DevisCompte[]): DevisCompte[] =>
  devis.filter((d) => d.ligne.statut === 'Signé');
