import { closeSync, fstatSync, openSync, readFileSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { refus } from '../../src/classeur/erreur-classeur';

/** Un fichier que l'on peut lire plusieurs fois de suite, par morceaux, sans le garder en mémoire. */
export interface OctetsRelus {
  readonly taille: number;
  /** Ses premiers octets, assez pour le reconnaître. */
  readonly debut: Buffer;
  /** Ses octets, depuis le premier ; chaque morceau ne vaut que jusqu'au suivant. */
  morceaux(): Iterable<Buffer>;
  /** Tous ses octets. */
  tous(): Buffer;
}

const DEBUT = 1 << 17;
/** Deux octets par caractère au plus : au-delà, V8 range le texte d'un morceau à part, plus cher. */
const MORCEAU = 1 << 15;

/**
 * Ouvre un fichier pour le relire ; un tube (`/dev/stdin`), qui ne se relit pas, est gardé en mémoire.
 * @throws l'erreur du système si le fichier ne se lit pas.
 */
export function ouvrirOctets(chemin: string): OctetsRelus {
  const fd = openSync(chemin, 'r');
  try {
    const etat = fstatSync(fd);
    if (!etat.isFile()) return enMemoire(readFileSync(fd));
    const debut = Buffer.alloc(Math.min(DEBUT, etat.size));
    const lus = readSync(fd, debut, 0, debut.length, 0);
    const empreinte = empreinteDe(fd);
    return {
      taille: etat.size,
      debut: debut.subarray(0, lus),
      morceaux: () => relire(chemin, empreinte),
      tous: () => readFileSync(chemin),
    };
  } finally {
    closeSync(fd);
  }
}

function empreinteDe(fd: number): string {
  const { dev, ino, size, mtimeMs } = fstatSync(fd);
  return [dev, ino, size, mtimeMs].join(' ');
}

/** @throws ErreurClasseur si le fichier a changé : ce qui en a été compris ne vaut plus. */
function* relire(chemin: string, empreinte: string): Generator<Buffer> {
  const fd = openSync(chemin, 'r');
  try {
    const tampon = Buffer.allocUnsafe(MORCEAU);
    for (;;) {
      const lus = readSync(fd, tampon, 0, MORCEAU, null);
      if (lus === 0) break;
      yield tampon.subarray(0, lus);
    }
    if (empreinteDe(fd) !== empreinte) throw refus('SOURCE_CHANGEE', { fichier: basename(chemin) });
  } finally {
    closeSync(fd);
  }
}

function enMemoire(octets: Buffer): OctetsRelus {
  return { taille: octets.length, debut: octets, morceaux: () => [octets], tous: () => octets };
}
