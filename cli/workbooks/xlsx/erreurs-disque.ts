import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { ErreurClasseur, refus } from '../../../src/classeur/erreur-classeur';

const CAUSES: Readonly<Record<string, string>> = {
  ENOENT: 'son dossier n’existe pas',
  EISDIR: 'c’est un dossier',
  EACCES: 'vous n’en avez pas le droit',
  EPERM: 'vous n’en avez pas le droit',
  EIO: 'le disque répond mal',
  EBUSY: 'un autre programme l’occupe',
  EFBIG: 'il dépasserait la taille permise',
  EMFILE: 'trop de fichiers sont ouverts',
  ESTALE: 'le dossier partagé a changé',
};

/** Une erreur du système pendant une écriture, dite en clair ; les autres erreurs repartent telles quelles. */
export function direEcriture(erreur: unknown, chemin: string): unknown {
  if (erreur instanceof ErreurClasseur) return erreur;
  const code = (erreur as NodeJS.ErrnoException).code;
  const dossier = dirname(chemin);
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return refus('DISQUE_PLEIN', { dossier });
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return refus('DOSSIER_PROTEGE', { dossier });
    case 'ENOENT':
    case 'EISDIR':
    case 'EIO':
    case 'EBUSY':
    case 'EFBIG':
    case 'EMFILE':
    case 'ESTALE':
      return refus('ECRITURE_IMPOSSIBLE', { chemin, cause: CAUSES[code] ?? code });
    case 'ENOTDIR':
      return refus('ECRITURE_IMPOSSIBLE', {
        chemin,
        cause: `${faussaire(dossier)} n’est pas un dossier`,
      });
    default:
      return erreur;
  }
}

/** Un fichier neuf, à côté du classeur : s'il ne peut aller là, c'est ailleurs qu'on l'écrira. */
export function direSortie(erreur: unknown, chemin: string): unknown {
  const code = (erreur as NodeJS.ErrnoException).code ?? '';
  if (!['EACCES', 'EPERM', 'EROFS'].includes(code)) return direEcriture(erreur, chemin);
  return refus('SORTIE_PROTEGEE', { chemin });
}

/** De ce chemin, le fichier qui est là où il faudrait un dossier. */
function faussaire(dossier: string): string {
  const parent = dirname(dossier);
  return parent === dossier || estFichier(dossier) ? `« ${dossier} »` : faussaire(parent);
}

function estFichier(chemin: string): boolean {
  try {
    return statSync(chemin).isFile();
  } catch {
    return false; // il n'y a rien, ou ce qui est au-dessus est déjà un fichier
  }
}

export function direLecture(erreur: unknown, chemin: string): unknown {
  const code = (erreur as NodeJS.ErrnoException).code;
  if (erreur instanceof ErreurClasseur || code === undefined) return erreur;
  if (code === 'ENOENT' || code === 'ENOTDIR') return refus('FICHIER_ABSENT', { chemin });
  return refus('FICHIER_ILLISIBLE', {
    chemin,
    cause: CAUSES[code] ?? code,
  });
}
