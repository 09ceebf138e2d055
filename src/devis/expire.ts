import type { DateCivile } from '../commun/date-civile';
import type { Devis } from '../classeur/tables/devis';

/** « Expiré » se calcule, il ne s'écrit jamais : envoyé, et sa validité est passée. */
export function estExpire(
  devis: Pick<Devis, 'statut' | 'validite'>,
  aujourdHui: DateCivile,
): boolean {
  return devis.statut === 'Envoyé' && devis.validite !== null && devis.validite < aujourdHui;
}
