import { estMois } from '../commun/lire-texte';
import { normaliser } from '../commun/texte';

const CHIFFRES = /^(?=.*\d)[\d\s.,:/\-%€()]+$|^\d+(?:[.,]\d+)?e[+-]?\d+$/i;
/** Un entier court et sans zéro devant se lit et se montre tel quel. */
const ENTIER = /^(?:0|[1-9]\d{0,10})$/;
const LOGIQUE = /^(?:vrai|faux|true|false)$/i;
const HORODATAGE = /^\d{4}-\d{2}-\d{2}[T ]\d/;
const JOURS = new Set(['lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi', 'dimanche']);
/** Au-delà, ce n'est pas une date. */
const DATE_MAX = 40;

/** Ce qu'un tableur prendrait pour un nombre, une date ou un booléen : il n'en resterait pas le texte. */
function seraitConverti(texte: string): boolean {
  if (CHIFFRES.test(texte)) return !ENTIER.test(texte);
  if (texte.length > DATE_MAX) return false;
  return (
    LOGIQUE.test(texte) || (/\d/.test(texte) && (HORODATAGE.test(texte) || estDateEnLettres(texte)))
  );
}

/** « Mars 2026 », « mai-26 », « lundi 3 avril 2026 » : un nom de mois, des nombres, un jour de la semaine. */
function estDateEnLettres(texte: string): boolean {
  const mots = normaliser(texte).split(/[ ,.-]+/);
  const autres = mots.filter((mot) => !estMois(mot));
  return (
    autres.length === mots.length - 1 &&
    autres.every((m, i) => /^\d{1,4}(?:er)?$/.test(m) || (i === 0 && JOURS.has(m)))
  );
}

/**
 * Un texte de CSV qui commence par `= + - @`, une tabulation ou un retour peut être exécuté par le
 * tableur qui l'ouvre : une apostrophe le précède. L'import l'ôte ; les deux se défont exactement.
 */
export function proteger(texte: string): string {
  return /^'*[=+\-@\t\r]/.test(texte) ? `'${texte}` : texte;
}

/**
 * De plus, un SIRET, un code postal, un téléphone, un numéro tout en chiffres perdrait dans un tableur
 * ses zéros ou sa fin, « Mars 2026 » y deviendrait une date : une tabulation, qui ne s'y voit pas, en
 * fait un texte. L'import l'ôte aussi.
 */
export function garderTexte(texte: string): string {
  const protege = proteger(texte);
  return protege === texte && seraitConverti(texte) ? `\t${texte}` : protege;
}

export function deproteger(texte: string): string {
  const apostrophe = /^'+[=+\-@\t\r]/.test(texte);
  const tabulation = texte.startsWith('\t') && seraitConverti(texte.slice(1));
  return apostrophe || tabulation ? texte.slice(1) : texte;
}
