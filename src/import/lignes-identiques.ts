import { probleme } from '../messages/probleme';
import type { LigneLue } from './lire-lignes';
import { remarque } from './remarques';
import { texteDeLigne } from './source';

/**
 * Un document tient-il vraiment sur plusieurs lignes ? Non, si elles sont toutes la même, cellule pour
 * cellule. Entre des lignes différentes, deux lignes identiques sont deux articles.
 */
export function surPlusieursLignes(lignes: readonly LigneLue[]): boolean {
  if (lignes.length < 2) return false;
  const [premiere, ...suivantes] = lignes;
  if (!premiere) return false;
  const contenu = texteDeLigne(premiere.source.cellules);
  return suivantes.some((lue) => texteDeLigne(lue.source.cellules) !== contenu);
}

/** Dit de chacune de ces lignes, toutes la même, qu'elle redit la première. */
export function direIdentiques(lignes: readonly LigneLue[], sommees: boolean): void {
  if (lignes.length < 2) return;
  const [premiere, ...suivantes] = lignes;
  if (!premiere) return;
  for (const lue of suivantes) {
    const p = probleme('IMPORT_LIGNE_IDENTIQUE', { premiere: premiere.ligne, sommees });
    lue.anomalies.push(remarque(lue.ligne, '', '', p));
  }
}
