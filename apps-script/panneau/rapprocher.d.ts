/** Une suggestion et la forme sous laquelle on la compare (sans accents ni casse). */
export interface Repere {
  readonly valeur: string;
  readonly forme: string;
}
/** Les suggestions prêtes à être comparées ; vides et doublons ôtés. */
export declare function preparer(suggestions: readonly string[]): readonly Repere[];
/**
 * Les suggestions qui répondent à ce qui est tapé, les meilleures d'abord (à égalité, l'ordre reçu),
 * et combien d'autres il y en a. Rien de tapé : les premières.
 */
export declare function rapprocher(
  frappe: string,
  reperes: readonly Repere[],
  maximum: number,
): {
  readonly retenues: readonly string[];
  readonly autres: number;
};
/** Vrai si la seule réponse est déjà ce qui est tapé : il n'y a plus rien à proposer. */
export declare function estComplet(frappe: string, retenues: readonly string[]): boolean;
