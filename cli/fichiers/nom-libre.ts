import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { extname } from 'node:path';

interface NomLibre {
  readonly chemin: string;
  readonly fd: number;
  /** Le fichier n'existait pas. */
  readonly creation: boolean;
  /** Les noms d'avant, déjà pris : le demandé d'abord. */
  readonly pris: readonly string[];
}

/** Le n-ième nom d'un fichier : le sien, puis `nom-2.csv`, `nom-3.csv`… */
export function nomNumero(fichier: string, n: number): string {
  const extension = extname(fichier);
  const tronc = fichier.slice(0, fichier.length - extension.length);
  return n === 1 ? fichier : `${tronc}-${n}${extension}`;
}

/** Le premier nom libre, à proposer. */
export function nomLibre(fichier: string): string {
  for (let n = 1; ; n++) {
    const nom = nomNumero(fichier, n);
    if (!existsSync(nom)) return nom;
  }
}

/**
 * Crée le fichier demandé, ou, s'il existe, le premier libre de `nom-2.csv`, `nom-3.csv`… : rien de ce
 * qui est là n'est recouvert, même créé entre-temps. Ce qui n'est pas un fichier (un tube, un terminal)
 * est écrit tel quel.
 * @throws l'erreur du système si aucun ne peut être créé.
 */
export function creerNomLibre(demande: string): NomLibre {
  const la = statSync(demande, { throwIfNoEntry: false });
  if (la && !la.isFile())
    return { chemin: demande, fd: openSync(demande, 'w'), creation: false, pris: [] };
  const pris: string[] = [];
  for (;;) {
    const chemin = nomNumero(demande, pris.length + 1);
    try {
      return { chemin, fd: openSync(chemin, 'wx'), creation: true, pris };
    } catch (erreur) {
      if ((erreur as NodeJS.ErrnoException).code !== 'EEXIST') throw erreur;
      pris.push(chemin);
    }
  }
}

/** Octets comparés à la fois. */
const BLOC = 1 << 16;

/** Deux fichiers sont-ils les mêmes, octet pour octet ? Un fichier illisible n'est le même qu'aucun. */
export function memeContenu(a: string, b: string): boolean {
  const ouverts: number[] = [];
  try {
    if (statSync(a).size !== statSync(b).size) return false;
    const [x, y] = [openSync(a, 'r'), openSync(b, 'r')];
    ouverts.push(x, y);
    const blocs = [Buffer.alloc(BLOC), Buffer.alloc(BLOC)] as const;
    for (;;) {
      const lus = readSync(x, blocs[0], 0, BLOC, null);
      if (lus !== readSync(y, blocs[1], 0, BLOC, null)) return false;
      if (lus === 0) return true;
      if (!blocs[0].subarray(0, lus).equals(blocs[1].subarray(0, lus))) return false;
    }
  } catch {
    return false;
  } finally {
    for (const fd of ouverts) closeSync(fd);
  }
}
