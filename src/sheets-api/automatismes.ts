import type { Dialogue } from './appel';

/** Les trois travaux que Google lance seul, montrés dans la section « Automatismes » de l'Accueil. */
export const AUTOMATISMES = ['revue', 'relances', 'cloture'] as const;
export type Automatisme = (typeof AUTOMATISMES)[number];

/** Ce que montre la ligne d'un automatisme ; `null` : rien. */
export interface EtatAutomatisme {
  /** L'adresse de qui l'a mis en marche. */
  readonly proprietaire: string | null;
  /** Le dernier passage, ou la raison de son échec. */
  readonly dernier: string | null;
}

/** Lit les trois lignes de l'Accueil ; vides si l'Accueil ne les a pas. */
export function lireAutomatismes(id: string): Dialogue<Record<Automatisme, EtatAutomatisme>> {
  throw new Error(`À venir : ${id}`);
}

/** Écrit ce qui est donné, et cela seul, dans la ligne d'un automatisme ; sans elle, ne fait rien. */
export function noterAutomatisme(
  id: string,
  automatisme: Automatisme,
  etat: Partial<EtatAutomatisme>,
): Dialogue<void> {
  throw new Error(`À venir : ${id} ${automatisme} ${etat.dernier}`);
}
