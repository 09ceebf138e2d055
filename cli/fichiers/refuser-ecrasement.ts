import { stat } from 'node:fs/promises';
import { extname, resolve } from 'node:path';
import { ErreurUsage } from '../arguments';
import { nomLibre } from './nom-libre';

/**
 * Refuse qu'un fichier de sortie soit l'un des fichiers que la commande lit (le classeur, la source) :
 * l'écrire effacerait ce que la personne y a. Un lien vers l'un d'eux est reconnu. Un nom libre est
 * proposé, avec l'extension de ce qui serait écrit si elle est donnée.
 */
export async function refuserEcrasement(
  option: string,
  sortie: string | null,
  lus: readonly (string | null)[],
  extension = extname(sortie ?? ''),
): Promise<void> {
  if (sortie === null) return;
  for (const lu of lus) {
    if (lu === null) continue;
    if (resolve(sortie) === resolve(lu) || (await estLeMeme(sortie, lu))) {
      throw new ErreurUsage([
        `--${option} : « ${sortie} » est un fichier que la commande lit : elle n’écrit pas par-dessus. Choisissez un autre nom, par exemple « ${nomLibre(avecExtension(sortie, extension))} ».`,
      ]);
    }
  }
}

async function estLeMeme(a: string, b: string): Promise<boolean> {
  try {
    const [x, y] = await Promise.all([stat(a, { bigint: true }), stat(b, { bigint: true })]);
    return x.isFile() && x.dev === y.dev && x.ino === y.ino;
  } catch {
    return false;
  }
}

function avecExtension(fichier: string, extension: string): string {
  return fichier.slice(0, fichier.length - extname(fichier).length) + extension;
}
