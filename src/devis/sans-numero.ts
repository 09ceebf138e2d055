import type { Devis } from '../classeur/tables/devis';
import { estProvisoire } from './designation';

/** À partir de la validation, un devis porte son numéro ; avant elle (ou annulé), sa référence provisoire. */
const NUMEROTES: ReadonlySet<string | null> = new Set([
  'Validé',
  'Envoyé',
  'Signé',
  'Refusé',
  'Sans suite',
  'Remplacé',
]);

/** Un devis tapé ou importé dans un état où il devrait avoir un numéro, et qui n'en a pas. */
export function manqueDeNumero({ statut, numero }: Pick<Devis, 'statut' | 'numero'>): boolean {
  return NUMEROTES.has(statut) && (numero === null || estProvisoire(numero));
}
