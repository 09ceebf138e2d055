import { normaliser } from './texte';

/**
 * La valeur d'une liste que désigne un texte tapé : la même, accents et casse à part, sinon la
 * seule qui contienne tous ses mots (« verbale » → « Commande verbale ») ; `null` sinon.
 */
export function choisir<C extends string>(liste: readonly C[], texte: string): C | null {
  const cherche = normaliser(texte);
  const exacte = liste.find((valeur) => normaliser(valeur) === cherche);
  if (exacte !== undefined) return exacte;
  const mots = cherche.split(' ').filter((mot) => mot !== '');
  if (mots.length === 0) return null;
  const possibles = liste.filter((valeur) => {
    const ceux = normaliser(valeur).split(/[ ']/);
    return mots.every((mot) => ceux.includes(mot));
  });
  return possibles.length === 1 ? (possibles[0] ?? null) : null;
}
