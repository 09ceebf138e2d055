import type { Geste } from '../devis/transitions';

/** Ce que l'on dit d'un devis quand le geste est fait. */
const FAITS: Readonly<Record<Geste, string>> = {
  soumettre: 'est soumis à la validation',
  renvoyer: 'revient à son auteur',
  valider: 'est validé',
  envoyer: 'est envoyé',
  signer: 'est signé',
  refuser: 'est refusé',
  classer: 'est classé sans suite',
  reviser: 'est à rédiger',
  annuler: 'est annulé',
  rouvrir: 'est rouvert',
  relancer: 'sera relancé',
  attendre: 'attendra avant d’être relancé',
};

/** « Le devis DEV-2026-0042 (PROV-7 jusqu’ici) est validé. » ; `avant` : sous quel numéro on le connaissait. */
export function phraseGesteFait(geste: Geste, nom: string, avant: string | null = null): string {
  const jusquIci = avant === null || avant === nom ? '' : ` (${avant} jusqu’ici)`;
  return `Le devis ${nom}${jusquIci} ${FAITS[geste]}.`;
}
