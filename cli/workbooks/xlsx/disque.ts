import {
  accessSync,
  closeSync,
  copyFileSync,
  constants,
  fchmodSync,
  fchownSync,
  fsyncSync,
  openSync,
  renameSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { creerDossier } from '../../fichiers/creer-dossier';
import { oter } from '../../fichiers/oter';

/**
 * Les gestes d'écriture, réunis pour être remplaçables : les essais y injectent un disque plein ou
 * protégé au moment voulu.
 */
export interface Disque {
  /** Crée un fichier neuf et l'écrit en entier, jusque sur le support. */
  ecrire(chemin: string, morceaux: Iterable<Uint8Array>, droits: Droits): void;
  copier(de: string, vers: string): void;
  /** Met un fichier à la place d'un autre, d'un seul coup, puis fixe le dossier. */
  renommer(de: string, vers: string): void;
  creerDossier(chemin: string): void;
  oter(chemin: string): void;
  /** Vrai si le système laisse écrire dans ce fichier. */
  permet(chemin: string): boolean;
}

export interface Droits {
  readonly mode: number;
  readonly uid: number;
  readonly gid: number;
}

export const DISQUE: Disque = {
  ecrire(chemin, morceaux, { mode, uid, gid }) {
    const fd = openSync(chemin, 'wx', mode & 0o7777);
    try {
      for (const morceau of morceaux) ecrireTout(fd, morceau);
      fchmodSync(fd, mode & 0o7777);
      try {
        fchownSync(fd, uid, gid);
      } catch {
        // Seul root peut donner un fichier ; les autres le gardent à leur nom.
      }
      fsyncSync(fd);
    } finally {
      closeSync(fd);
    }
  },
  copier(de, vers) {
    copyFileSync(de, vers, constants.COPYFILE_FICLONE);
  },
  renommer(de, vers) {
    renameSync(de, vers);
    fixerDossier(dirname(vers));
  },
  creerDossier,
  oter,
  permet(chemin) {
    try {
      accessSync(chemin, constants.W_OK);
      return true;
    } catch {
      return false;
    }
  },
};

function ecrireTout(fd: number, octets: Uint8Array): void {
  for (let p = 0; p < octets.length;) p += writeSync(fd, octets, p);
}

/** Sans cela, une coupure de courant pourrait rendre l'ancien nom. Windows ne le permet pas. */
function fixerDossier(dossier: string): void {
  let fd: number;
  try {
    fd = openSync(dossier, 'r');
  } catch {
    return;
  }
  try {
    fsyncSync(fd);
  } catch {
    // Certains partages réseau le refusent ; le fichier, lui, est écrit.
  } finally {
    closeSync(fd);
  }
}
