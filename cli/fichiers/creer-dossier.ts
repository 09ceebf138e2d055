import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Crée un dossier et ceux qui le contiennent, du plus proche qui existe jusqu'à lui : la création
 * récursive de Node ne finit jamais là où le système répond « absent » (`/proc/x`).
 * @throws l'erreur du système si l'un d'eux ne peut pas être créé.
 */
export function creerDossier(chemin: string): void {
  const manquants: string[] = [];
  let existant = resolve(chemin);
  while (!existsSync(existant) && dirname(existant) !== existant) {
    manquants.unshift(existant);
    existant = dirname(existant);
  }
  exigerDossier(existant);
  for (const dossier of manquants) {
    try {
      mkdirSync(dossier);
    } catch (erreur) {
      // Un autre processus vient peut-être de le créer.
      if (!existsSync(dossier)) throw erreur;
      exigerDossier(dossier);
    }
  }
}

function exigerDossier(chemin: string): void {
  if (statSync(chemin).isDirectory()) return;
  throw Object.assign(new Error(`ENOTDIR: ${chemin}`), { code: 'ENOTDIR' });
}
