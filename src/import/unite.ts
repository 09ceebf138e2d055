/** « CA (k€) », « Montant en M€ » : l'en-tête dit l'unité de toute la colonne. */
const UNITE =
  /\s*(?:\(\s*(?:en\s+)?([kKM])\s?(?:€|euros?|EUR)\s*\)|\sen\s+([kKM])\s?(?:€|euros?|EUR)|\s([kKM])€)\s*$/;
/** « en milliers d'euros », « (millions d’€) ». */
const UNITE_EN_LETTRES =
  /\s*(?:\(\s*(?:en\s+)?|\sen\s+)(milliers|millions)\s+d\s?['’]\s?(?:euros?|€)\s*\)?\s*$/i;

export interface Unite {
  readonly nom: string;
  readonly facteur: number;
}

export function uniteDe(entete: string): Unite | null {
  const m = UNITE.exec(entete);
  const lettres = UNITE_EN_LETTRES.exec(entete)?.[1]?.toLowerCase();
  const enLettres = lettres === undefined ? undefined : lettres === 'millions' ? 'M' : 'k';
  const lettre = m?.[1] ?? m?.[2] ?? m?.[3] ?? enLettres;
  if (lettre === undefined) return null;
  const facteur = lettre === 'M' ? 1_000_000 : 1000;
  return { nom: nomUnite(facteur), facteur };
}

export function nomUnite(facteur: number | undefined): string {
  return facteur === 1_000_000 ? 'M€' : 'k€';
}

/** Une cellule qui dit elle-même « € », « k€ » ou « M€ » l'emporte sur l'en-tête. */
export function ditSonUnite(texte: string): boolean {
  return /[km€]|eur/i.test(texte);
}

/** En euros : au-delà, un nombre nu sous « k€ » ou « M€ » a plutôt été écrit en euros. */
const MONTANT_MAX = 100_000_000;

/** Un nombre multiplié par l'unité de l'en-tête, et qui n'a plus de sens : il n'est pas lu. */
export function estInvraisemblable(euros: number): boolean {
  return Math.abs(euros) > MONTANT_MAX;
}

/** L'en-tête sans son unité : « Montant HT (k€) » nomme « Montant HT ». */
export function sansUnite(entete: string): string {
  return entete
    .replace(UNITE, '')
    .replace(UNITE_EN_LETTRES, '')
    .replace(/\s*(?:\(\s*(?:en\s+)?(?:€|euros?|eur)\s*\)|\sen\s+(?:€|euros?)|\s€)\s*$/i, '');
}
