import type { Plan } from '../classeur/plan';
import type { CodeProbleme, Probleme } from './probleme';

/** Ce qu'il faut dire sans rien empêcher : les changements du plan restent à appliquer. */
const AVERTISSEMENTS: ReadonlySet<CodeProbleme> = new Set<CodeProbleme>([
  'CLIENT_RESSEMBLANT',
  'SIGNATURE_APRES_VALIDITE',
  'GO_REMIS_EN_CAUSE',
  'MOIS_DEJA_ROUVERT',
  'PHOTO_TARDIVE',
  'BILAN_SANS_DESTINATAIRE',
]);

/** Un problème qui n'est qu'un avertissement ne refuse pas la commande. */
export function estAvertissement(probleme: Probleme): boolean {
  return AVERTISSEMENTS.has(probleme.code);
}

/** Quelque chose n'a pas pu se faire ; un avertissement, lui, n'empêche rien. */
export function aDesRefus(plan: Plan<unknown>): boolean {
  return plan.problemes.some((p) => !estAvertissement(p));
}

/** Un plan est refusé quand quelque chose l'empêche, et qu'il n'a rien à écrire. */
export function estRefuse(plan: Plan<unknown>): boolean {
  return aDesRefus(plan) && plan.changements.length === 0;
}
