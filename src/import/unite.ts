/** « CA (k€) », « Montant en M€ » : l'en-tête dit l'unité de toute la colonne. */
const UNITE =
  /\s*(?:\(\s*(?:en\s+)?([kKM])\s?(?:€|euros?|EUR)\s*\)|\sen\s+([kKM])\s?(?:€|euros?|EUR)|\s([kKM])€)\s*$/;

export function uniteDe(entete: string): { readonly nom: string; readonly facteur: number } | null {
  const m = UNITE.exec(entete);
  const lettre = m?.[1] ?? m?.[2] ?? m?.[3];
  if (lettre === undefined) return null;
  return lettre === 'M' ? { nom: 'M€', facteur: 1_000_000 } : { nom: 'k€', facteur: 1000 };
}

/** L'en-tête sans son unité : « Montant HT (k€) » nomme « Montant HT ». */
export function sansUnite(entete: string): string {
  return entete
    .replace(UNITE, '')
    .replace(/\s*(?:\(\s*(?:en\s+)?(?:€|euros?|eur)\s*\)|\sen\s+(?:€|euros?)|\s€)\s*$/i, '');
}
