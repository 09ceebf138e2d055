import { readFile } from 'node:fs/promises';
import { nomNumero } from '../fichiers/nom-libre';

const ADRESSE = /[^\s<>,;:"]+@[^\s<>,;:"]+/g;

/** Les adresses de l'en-tête `To` d'un message, dans l'ordre ; vide s'il n'en a pas. */
function destinataires(message: string): string {
  const [entetes = ''] = message.split(/\r?\n\r?\n/, 1);
  const deplies = entetes.replace(/\r?\n[ \t]+/g, ' ');
  const [, a = ''] = /^To:(.*)$/im.exec(deplies) ?? [];
  return (a.toLowerCase().match(ADRESSE) ?? []).sort().join();
}

/**
 * Où poser un message : le fichier de son nom, s'il est libre ou s'il est déjà pour la même personne
 * (retouché ou non, il reste) ; sinon le premier qui l'est. Deux classeurs d'un même dossier, ou une
 * adresse corrigée, ne se font pas passer l'un pour l'autre.
 */
export async function placeDuMessage(
  fichier: string,
  contenu: string,
): Promise<{ fichier: string; libre: boolean }> {
  const voulus = destinataires(contenu);
  for (let n = 1; ; n++) {
    const candidat = nomNumero(fichier, n);
    const present = await readFile(candidat, 'latin1').catch((erreur: unknown) => {
      if ((erreur as NodeJS.ErrnoException).code === 'ENOENT') return null;
      throw erreur;
    });
    if (present === null) return { fichier: candidat, libre: true };
    if (destinataires(present) === voulus) return { fichier: candidat, libre: false };
  }
}
