import { existsSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
import type { Changement } from '../../../src/classeur/changements';
import { appliquerChangements } from './appliquer-changements';
import { ClasseurXlsx } from './classeur-xlsx';
import { creerModele } from './creer-modele';
import { DISQUE, type Disque } from './disque';
import { refus } from '../../../src/classeur/erreur-classeur';
import { direSortie } from './erreurs-disque';
import { voisinsDe } from './voisins';

/** Droits d'un fichier neuf : ceux que le masque du système laisse. */
const DROITS_NEUFS = 0o666;

/**
 * Crée un classeur à partir du modèle, avec un contenu de départ. `remplacer` : celui qui est là laisse
 * sa place, d'un seul coup.
 * @throws ErreurClasseur si le fichier existe déjà, n'est pas un .xlsx, ou ne peut s'écrire.
 */
export async function creerClasseur(
  chemin: string,
  contenu: readonly Changement[] = [],
  { disque = DISQUE, remplacer = false }: { disque?: Disque; remplacer?: boolean } = {},
): Promise<void> {
  if (extname(chemin).toLowerCase() !== '.xlsx') throw refus('EXTENSION_INCONNUE', { chemin });
  if (!remplacer && existsSync(chemin)) throw refus('FICHIER_EXISTE', { chemin });
  const reel = resolve(chemin);
  const modele = Buffer.from(await creerModele());
  const morceaux =
    contenu.length === 0
      ? [modele]
      : appliquerChangements(ClasseurXlsx.ouvrir(modele, chemin), contenu, { avant: {} });
  const { temporaire } = voisinsDe(reel);
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  try {
    disque.creerDossier(dirname(reel));
    disque.ecrire(temporaire, morceaux, { mode: DROITS_NEUFS & ~process.umask(), uid, gid });
    if (!remplacer && existsSync(reel)) throw refus('FICHIER_EXISTE', { chemin });
    disque.renommer(temporaire, reel);
  } catch (erreur) {
    disque.oter(temporaire);
    throw direSortie(erreur, reel);
  }
}
