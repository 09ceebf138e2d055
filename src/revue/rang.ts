import type { DateCivile } from '../commun/date-civile';
import type { Candidat } from './candidat';

/** Une validité qui finit dans ces jours-là presse. */
export const EXPIRE_BIENTOT_JOURS = 7;

/** Groupe d'urgence, du plus pressant (0) au moins pressant (4). */
function urgence(c: Candidat, aujourdHui: DateCivile): number {
  if (c.prochaineRelance !== null && c.prochaineRelance <= aujourdHui) return 0;
  if (c.expire) return 1;
  if (c.joursDeValidite !== null && c.joursDeValidite <= EXPIRE_BIENTOT_JOURS) return 2;
  return c.statut === 'Envoyé' ? 4 : 3;
}

function poids(c: Candidat): number {
  return (c.montantHt ?? 0) * Math.max(1, c.ageJours ?? 0);
}

/**
 * L'ordre de la revue : d'abord les relances dues (affaires à recontacter comprises), puis les
 * devis expirés, ceux qui expirent sous sept jours, ceux qui attendent une validation ou un envoi,
 * enfin les autres. Dans un groupe, le plus gros produit montant HT × âge d'abord, puis le N°.
 */
export function ranger(candidats: readonly Candidat[], aujourdHui: DateCivile): Candidat[] {
  return [...candidats].sort(
    (a, b) =>
      urgence(a, aujourdHui) - urgence(b, aujourdHui) ||
      poids(b) - poids(a) ||
      (a.numero < b.numero ? -1 : 1),
  );
}
