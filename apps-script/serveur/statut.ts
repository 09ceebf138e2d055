/** Ce que Google dit d'un refus, selon le service : un code, ou seulement des mots. */
const MOTS: readonly (readonly [RegExp, number])[] = [
  [/permission|authori[sz]ation|not authori[sz]ed|autorisation|insufficient/i, 403],
  [/too many times|too many|quota|rate limit/i, 429],
];

/** Le code d'un échec ; `null` : aucune réponse, ce qui était demandé a pu avoir lieu. */
export function statutDe(erreur: unknown): number | null {
  const code = (erreur as { details?: { code?: unknown } } | null)?.details?.code;
  if (typeof code === 'number') return code;
  const message = erreur instanceof Error ? erreur.message : String(erreur);
  return MOTS.find(([mots]) => mots.test(message))?.[1] ?? null;
}
