import { writeFile } from 'node:fs/promises';
import { direSortie } from '../workbooks/xlsx/erreurs-disque';

/**
 * Écrit un fichier à côté du classeur (rejets, profil).
 * @throws ErreurClasseur si le fichier ne peut pas être écrit.
 */
export async function ecrireFichier(fichier: string, contenu: string | Uint8Array): Promise<void> {
  try {
    await writeFile(fichier, contenu);
  } catch (erreur) {
    throw direSortie(erreur, fichier);
  }
}
