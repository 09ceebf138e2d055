import { probleme } from '../messages/probleme';
import type { LigneLue } from './lire-lignes';
import { remarque } from './remarques';
import { texteDeCellule } from './source';

/**
 * Un document tient-il vraiment sur plusieurs lignes ? Non, si elles sont toutes la même, cellule pour
 * cellule : chacune des suivantes est dite. Entre des lignes différentes, deux lignes identiques sont
 * deux articles.
 */
export function surPlusieursLignes(lignes: readonly LigneLue[], sommees: boolean): boolean {
  const [premiere, ...suivantes] = lignes;
  if (!premiere || suivantes.length === 0) return false;
  const contenu = contenuDe(premiere);
  if (suivantes.some((lue) => contenuDe(lue) !== contenu)) return true;
  for (const lue of suivantes) {
    const p = probleme('IMPORT_LIGNE_IDENTIQUE', { premiere: premiere.ligne, sommees });
    lue.anomalies.push(remarque(lue.ligne, '', '', p));
  }
  return false;
}

function contenuDe({ source }: LigneLue): string {
  // Des cellules vides à la fin n'en font pas une autre ligne.
  return JSON.stringify(source.cellules.map((c) => texteDeCellule(c).trim())).replace(
    /(,"")*]$/,
    '',
  );
}
