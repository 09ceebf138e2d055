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
