import { ErreurClasseur } from '../../../src/classeur/erreur-classeur';
import { construireSnapshot, type Snapshot } from '../../../src/classeur/snapshot';
import { ClasseurXlsx } from './classeur-xlsx';
import { lireFichier, type FichierLu } from './fichier-lu';

export interface ClasseurLu {
  readonly snapshot: Snapshot;
  /** Le fichier, tel qu'il a été lu. */
  readonly octets: Buffer;
}

/**
 * Lit un classeur, sans verrou : le fichier est remplacé d'un coup, jamais à moitié écrit.
 * @throws ErreurClasseur si le fichier n'est pas un classeur lisible ou si sa structure est abîmée.
 */
export function lireClasseur(chemin: string): Snapshot {
  return lireAvecOctets(chemin).snapshot;
}

/** De même, avec de quoi savoir si le fichier a changé depuis. */
export function lireAvecOctets(chemin: string): ClasseurLu {
  const lu = lireFichier(chemin);
  return { snapshot: snapshotDe(ouvrir(lu, chemin)), octets: lu.octets };
}

export function ouvrir(lu: FichierLu, chemin: string): ClasseurXlsx {
  return ClasseurXlsx.ouvrir(lu.octets, chemin);
}

export function snapshotDe(classeur: ClasseurXlsx): Snapshot {
  const { snapshot, problemes } = construireSnapshot(classeur.source());
  if (!snapshot) throw new ErreurClasseur(problemes);
  return snapshot;
}
