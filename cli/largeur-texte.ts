import { eastAsianWidth } from 'get-east-asian-width';

/** Latin, ponctuation et monnaies : une case par caractère. */
const LATIN = /^[ -~\u00a0-\u02ff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0]*$/;
/** Accents combinants, caractères de contrôle ou de mise en forme : aucune case. */
const SANS_LARGEUR = /^[\p{Mn}\p{Me}\p{Cc}\p{Cf}]$/u;

/**
 * Nombre de cases qu'un texte occupe dans un terminal. `string-width` compterait aussi les émojis
 * composés, mais son chargement coûtait 40 ms à chaque commande.
 */
export function largeurDe(texte: string): number {
  if (LATIN.test(texte)) return texte.length;
  let largeur = 0;
  for (const caractere of texte) {
    if (!SANS_LARGEUR.test(caractere)) largeur += eastAsianWidth(caractere.codePointAt(0) ?? 0);
  }
  return largeur;
}
