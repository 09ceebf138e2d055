import type { CelluleBrute } from '../classeur/source';
import { estVide } from './source';

/** Le rang d'une page : « Page 2/5 », « p. 2 », « - 2 - », « 2 / 5 ». */
const PAGES = [
  /^(page|p\.?|pg\.?) ?(n° ?)?:? ?\d{1,4}( ?(\/|sur|of|de|-) ?\d{1,4})?$/,
  /^[-–—] ?\d{1,4} ?[-–—]$/,
  /^\d{1,3} ?(\/|sur|of) ?\d{1,3}$/,
];

/** Ce qu'un logiciel écrit sous une liste, ou entre deux pages. */
const PIEDS = [
  ...PAGES,
  /^(source|nota|nb|note|remarque|legende)s?\s?:/,
  /^((date d['’]|liste |document |etat )?(export|edition|impression)( du| le)? ?:? ?\d|(liste |document |etat |fichier )?(exporte|edite|imprime|genere|extrait|arrete|mis a jour)e?s? (le|par|au|du|depuis|a)\b)/,
  /^(exported|generated|printed|created) (on|by|at|from) /,
  /^\d+ (lignes?|enregistrements?|resultats?|elements?|rows?|records?)( (exporte|affiche|trouve)e?s?)?$/,
  /^\*+ ?\p{L}/u,
  /^(fin|end) (de|du|of) /,
];

/** Cellules d'un pied : « Imprimé le 3 mars » à gauche, une note, « Page 1/2 » à droite. */
const CELLULES_MAX = 3;
/** Un pied de plusieurs cellules dit sa page ; les autres lignes ne sont pas regardées de plus près. */
const DIT_SA_PAGE = /^\s*p(?:age|g|\.)/i;
/** Un nombre nu, seul sur une ligne sans séparateur : le rang d'une page. */
const NOMBRE_NU = /^\d{1,3}$/;

/**
 * Une ligne qui dit d'où vient le fichier ou sa page, et rien d'autre : pas un enregistrement.
 * @param largeur celle de l'en-tête : une liste d'une colonne n'a pas de pied
 */
export function estPied(cellules: readonly CelluleBrute[], largeur = cellules.length): boolean {
  if (largeur < 2) return false;
  const pleines: string[] = [];
  for (const cellule of cellules) {
    if (estVide(cellule)) continue;
    if (pleines.length === CELLULES_MAX || typeof cellule !== 'string') return false;
    pleines.push(cellule);
  }
  const [seule, ...autres] = pleines;
  if (seule === undefined) return false;
  if (autres.length > 0) return pleines.some((c) => DIT_SA_PAGE.test(c)) && pleines.every(ditPied);
  return ditPied(seule) || (cellules.length === 1 && NOMBRE_NU.test(seule.trim()));
}

function ditPied(cellule: string): boolean {
  const texte = aplatir(cellule);
  return PIEDS.some((p) => p.test(texte));
}

function aplatir(texte: string): string {
  return texte
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .toLowerCase()
    .trim();
}
