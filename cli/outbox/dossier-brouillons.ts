import { dirname, join } from 'node:path';
import type { Classeur } from '../workbooks/classeur';

/** Où vont les `.eml` : le dossier demandé ; à défaut « brouillons », à côté du classeur. */
export function dossierBrouillons(classeur: Classeur, demande: string | null): string {
  return demande ?? join(classeur.fichier === null ? '.' : dirname(classeur.fichier), 'brouillons');
}
