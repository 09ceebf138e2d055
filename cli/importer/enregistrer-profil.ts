import { readFileSync, statSync, writeFileSync } from 'node:fs';
import type { TableEchangeable } from '../../src/classeur/tables';
import { enregistrerProfil } from '../../src/import/enregistrer-profil';
import type { ImportParcouru } from '../../src/import/parcourir';
import type { Profil } from '../../src/import/profil';
import { ErreurUsage } from '../arguments';
import { nomLibre } from '../fichiers/nom-libre';
import { direSortie } from '../workbooks/xlsx/erreurs-disque';

/**
 * Écrit ce que l'import a reconnu (`--enregistrer-profil`) et dit ce qu'il en est ; `null` s'il n'a rien
 * reconnu. Un profil qui existe a pu être complété par une personne : s'il dit autre chose, il reste.
 * @throws ErreurUsage s'il est là et dit autre chose ; ErreurClasseur s'il ne peut pas être écrit.
 */
export function ecrireProfil(
  fichier: string,
  table: TableEchangeable,
  { bilan, format }: Pick<ImportParcouru, 'bilan' | 'format'>,
  profil: Profil | null,
): string | null {
  if (Object.keys(bilan.colonnes.reconnues).length === 0) return null;
  const contenu = enregistrerProfil(table, bilan, format(), profil);
  const present = statSync(fichier, { throwIfNoEntry: false })?.isFile() === true;
  if (present && contient(fichier, contenu))
    return `${fichier} contient déjà ce profil, et n’est pas touché.`;
  if (present) {
    throw new ErreurUsage([
      `--enregistrer-profil : « ${fichier} » existe déjà et dit autre chose que ce qui vient d’être reconnu. Il n’est pas touché, et rien n’est importé. Choisissez un autre nom, par exemple « ${nomLibre(fichier)} », ou ôtez ce fichier.`,
    ]);
  }
  try {
    writeFileSync(fichier, `${JSON.stringify(contenu, null, 2)}\n`);
  } catch (erreur) {
    throw direSortie(erreur, fichier);
  }
  return `Ce qui a été reconnu est enregistré dans ${fichier}.`;
}

/** Mis en forme autrement, un même profil est le même. */
function contient(fichier: string, profil: Profil): boolean {
  try {
    const lu = JSON.parse(readFileSync(fichier, 'utf8')) as unknown;
    return JSON.stringify(lu) === JSON.stringify(profil);
  } catch {
    return false;
  }
}
