/**
 * L'identité d'une relance : la désignation du devis et le rang, rien d'autre. La même relance due
 * donne toujours la même référence, donc un seul brouillon, un seul fichier, une seule action.
 */
export function referenceRelance(designation: string, rang: number): string {
  return `${designation}/R${rang}`;
}

/** `DEV-2026-0042/R1` → désignation et rang ; `null` pour une autre référence. */
export function parseReferenceRelance(
  reference: string,
): { designation: string; rang: number } | null {
  const m = /^(.+)\/R([1-9]\d*)$/.exec(reference.trim());
  return m?.[1] ? { designation: m[1], rang: Number(m[2]) } : null;
}

/**
 * Identifiant de message stable, le même à chaque calcul : la relance suivante y répond et se range
 * dans le même fil. Les caractères hors `A-Z a-z 0-9 -` sont codés : deux références ne s'y confondent pas.
 */
export function messageIdDe(reference: string, domaine: string): string {
  return `relance.${codeReference(reference)}@${domaine}`;
}

/** Une référence telle qu'un identifiant de message l'accepte. */
export function codeReference(reference: string): string {
  return reference.replace(/[^A-Za-z0-9-]/g, (c) => `_${c.charCodeAt(0).toString(16)}_`);
}
