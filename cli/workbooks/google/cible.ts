import { ErreurUsage } from '../../arguments';

/** Un identifiant tapé seul ; ceux de Google ont 44 caractères, un nom de fichier a un point. */
const IDENTIFIANT = /^[\w-]{40,}$/;
/** Un classeur « publié sur le web » (`/d/e/…`) n'est qu'une copie figée : il n'est pas reconnu. */
const CLASSEUR =
  /^https:\/\/docs\.google\.com\/spreadsheets\/(?:u\/\d+\/)?d\/([\w-]{20,})(?:[/?#]|$)/;
const AUTRE_ADRESSE = /^https?:\/\//i;

/**
 * L'identifiant d'un classeur Google, depuis son adresse ou tel quel ; `null` : la cible est un fichier.
 * Une autre adresse est une faute d'usage.
 */
export function lireCibleGoogle(cible: string): string | null {
  const texte = cible.trim();
  if (IDENTIFIANT.test(texte)) return texte;
  const adresse = CLASSEUR.exec(texte);
  // Un classeur « publié sur le web » (/d/e/…) n'est qu'une copie figée : son identifiant n'ouvre rien.
  if (adresse?.[1]) return adresse[1];
  if (!AUTRE_ADRESSE.test(texte)) return null;
  throw new ErreurUsage([
    `« ${texte} » n’est pas l’adresse d’un classeur Google. Copiez celle de la barre du navigateur : https://docs.google.com/spreadsheets/d/…/edit`,
  ]);
}
