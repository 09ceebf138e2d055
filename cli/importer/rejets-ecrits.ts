import { existsSync } from 'node:fs';
import type { EcrivainRejets, RejetsEcrits } from '../fichiers/ecrire-rejets';

/** Parcourt un import, et achève son fichier de rejets ; arrêté en chemin, il n'en reste rien. */
export function avecRejets<T>(
  ecrivain: EcrivainRejets | null,
  parcourir: () => T,
): { readonly parcouru: T; readonly ecrits: RejetsEcrits | null } {
  try {
    const parcouru = parcourir();
    return { parcouru, ecrits: ecrivain?.finir() ?? null };
  } catch (erreur) {
    ecrivain?.abandonner();
    throw erreur;
  }
}

/** Où sont les rejets demandés par `--rejets` et qu'en faire, ou qu'il n'y en a pas. */
export function direRejets(demande: string, ecrits: RejetsEcrits | null): string {
  if (ecrits === null) {
    const sort = existsSync(demande) ? 'n’est pas touché' : 'n’est pas créé';
    return `Aucune ligne rejetée : ${demande} ${sort}.`;
  }
  const { chemin, deja } = ecrits;
  const suite = 'Corrigez-les, puis importez ce fichier.';
  if (deja) return `Les lignes rejetées sont dans ${chemin}, qui les contenait déjà. ${suite}`;
  if (chemin === demande) return `Les lignes rejetées sont dans ${chemin}. ${suite}`;
  return `${demande} existe déjà, et n’est pas touché : les rejets sont dans ${chemin}. ${suite}`;
}
