import type { StatutDevis } from '../classeur/tables/devis';

const ISSUES: readonly StatutDevis[] = ['Signé', 'Refusé', 'Sans suite'];

/** Le client a répondu, ou ne répondra plus : la décision a une date, et compte dans un mois. */
export const DECIDES: ReadonlySet<unknown> = new Set(ISSUES);

/** Un devis qui ne se relance plus : décidé, ou sorti du suivi. */
export const CLOS: ReadonlySet<unknown> = new Set<StatutDevis>([...ISSUES, 'Remplacé', 'Annulé']);

/** Pas encore chez le client. */
export const AVANT_ENVOI: readonly StatutDevis[] = ['Brouillon', 'En validation', 'Validé'];
