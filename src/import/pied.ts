import type { CelluleBrute } from '../classeur/source';
import { estVide } from './source';

/** Ce qu'un logiciel écrit sous une liste, ou entre deux pages. */
const PIEDS = [
  /^(source|nota|nb|note|remarque|legende)s?\s?:/,
  /^(exporte|edite|imprime|genere|extrait|arrete|mis a jour)e?s? (le|par|au|du|depuis) /,
  /^(exported|generated|printed|created) (on|by|at|from) /,
  /^page \d+( ?(\/|sur|of|de) ?\d+)?$/,
  /^\d+ (lignes?|enregistrements?|resultats?|elements?|rows?|records?)( (exporte|affiche|trouve)e?s?)?$/,
  /^\*+ ?\p{L}/u,
  /^(fin|end) (de|du|of) /,
];

/** Une ligne d'une seule cellule, qui dit d'où vient le fichier ou sa page : pas un enregistrement. */
export function estPied(cellules: readonly CelluleBrute[]): boolean {
  let seule: string | null = null;
  for (const cellule of cellules) {
    if (estVide(cellule)) continue;
    if (seule !== null || typeof cellule !== 'string') return false;
    seule = cellule;
  }
  if (seule === null || cellules.length < 2) return false;
  const texte = seule
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .trim();
  return PIEDS.some((p) => p.test(texte));
}
