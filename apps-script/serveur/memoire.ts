import type { ReponseEnvoi } from '../panneau/contrat';

/** Ce que le document garde d'un envoi : six heures, le maximum. */
const SECONDES = 21_600;
/** Au-delà, le cache refuse. */
const TAILLE_MAX = 100_000;

const cle = (jeton: string): string => `envoi:${jeton}`;

/** La réponse déjà donnée à cet envoi. Le cache peut l'avoir perdue, ou se taire : Journal en garde la marque. */
export function reponseGardee(jeton: string): ReponseEnvoi | null {
  try {
    const texte = CacheService.getDocumentCache()?.get(cle(jeton)) ?? null;
    return texte === null ? null : (JSON.parse(texte) as ReponseEnvoi);
  } catch {
    return null;
  }
}

/** Garde une réponse ; un cache qui refuse n'est pas un échec, l'écriture est faite. */
export function garderReponse(jeton: string, reponse: ReponseEnvoi): void {
  const texte = JSON.stringify(reponse);
  if (texte.length > TAILLE_MAX) return;
  try {
    CacheService.getDocumentCache()?.put(cle(jeton), texte, SECONDES);
  } catch {
    return;
  }
}
