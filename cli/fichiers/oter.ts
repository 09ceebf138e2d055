import { rmSync } from 'node:fs';

/**
 * Ôte ce qui a été commencé, s'il y a quelque chose. Là où un « dossier » est un fichier, il n'y a rien :
 * Node le dirait par une erreur, qui cacherait celle que l'on est en train de dire.
 */
export function oter(chemin: string, options: { readonly recursive?: boolean } = {}): void {
  try {
    rmSync(chemin, { ...options, force: true });
  } catch (erreur) {
    if ((erreur as NodeJS.ErrnoException).code !== 'ENOTDIR') throw erreur;
  }
}
