import { parseReferenceRelance, referenceRelance } from './reference';

const LONGUEUR_MAX = 80;

/** FNV-1a sur 32 bits : distingue deux références que le nettoyage confondrait. */
function empreinte(texte: string): string {
  let h = 0x811c9dc5;
  for (let i = 0; i < texte.length; i++) {
    h = Math.imul(h ^ texte.charCodeAt(i), 0x01000193);
  }
  return (h >>> 0).toString(16).padStart(8, '0');
}

/**
 * Nom de fichier d'un brouillon, sûr sous Windows, macOS et Linux, le même à chaque calcul :
 * `DEV-2026-0042-V2/R1` → `DEV-2026-0042-V2-relance-1.eml`. Un numéro qu'il faut nettoyer
 * (`2026/042`) ou raccourcir reçoit une empreinte : deux références n'ont jamais le même fichier.
 */
export function nomFichierBrouillon(reference: string): string {
  const relance = parseReferenceRelance(reference);
  const nom = relance?.designation ?? reference;
  const sur = nom
    .replace(/[^A-Za-z0-9._-]+/g, '-')
    .replace(/^[.-]+/, '')
    .slice(0, LONGUEUR_MAX);
  // Les disques de Windows et de macOS confondent majuscules et minuscules.
  const fidele =
    relance !== null && reference === referenceRelance(sur, relance.rang) && !/[a-z]/.test(sur);
  const suite = fidele ? '' : `-${empreinte(reference)}`;
  return `${sur || 'brouillon'}${suite}${relance ? `-relance-${relance.rang}` : ''}.eml`;
}
