import { closeSync, fstatSync, openSync, readFileSync, realpathSync, statSync } from 'node:fs';
import type { Droits } from './disque';
import { direLecture } from './erreurs-disque';

/** Un fichier lu d'un coup, et de quoi savoir plus tard s'il a changé. */
export interface FichierLu {
  /** Chemin réel : un lien symbolique est suivi, c'est sa cible qui sera récrite. */
  readonly reel: string;
  readonly octets: Buffer;
  readonly droits: Droits;
  readonly etat: string;
}

interface Etat {
  readonly size: bigint;
  readonly mtimeNs: bigint;
  readonly ino: bigint;
}
const etatDe = (s: Etat): string => `${s.size}:${s.mtimeNs}:${s.ino}`;

/** Chemin réel d'un fichier qui existe. */
export function cheminReel(chemin: string): string {
  try {
    return realpathSync(chemin);
  } catch (erreur) {
    throw direLecture(erreur, chemin);
  }
}

/** @throws ErreurClasseur si le fichier manque ou ne se lit pas. */
export function lireFichier(chemin: string): FichierLu {
  const reel = cheminReel(chemin);
  try {
    const fd = openSync(reel, 'r');
    try {
      const s = fstatSync(fd, { bigint: true });
      const octets = readFileSync(fd);
      const droits = { mode: Number(s.mode), uid: Number(s.uid), gid: Number(s.gid) };
      return { reel, octets, droits, etat: etatDe(s) };
    } finally {
      closeSync(fd);
    }
  } catch (erreur) {
    throw direLecture(erreur, chemin);
  }
}

/** Taille, date, identité et contenu sont encore ceux lus. */
export function estInchange(lu: FichierLu): boolean {
  try {
    if (etatDe(statSync(lu.reel, { bigint: true })) !== lu.etat) return false;
    return readFileSync(lu.reel).equals(lu.octets);
  } catch {
    return false;
  }
}

/** Taille, date et identité sont encore celles lues : un coup d'œil, sans relire le contenu. */
export function sembleInchange(lu: FichierLu): boolean {
  try {
    return etatDe(statSync(lu.reel, { bigint: true })) === lu.etat;
  } catch {
    return false;
  }
}
