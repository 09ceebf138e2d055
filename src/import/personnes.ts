import type { Snapshot } from '../classeur/snapshot';
import { normaliser } from '../commun/texte';

/**
 * L'adresse d'un membre de l'équipe, à la place de son nom ou de ses initiales (responsable, auteur…) ;
 * un nom inconnu ou porté par deux membres est gardé tel quel.
 */
export function adresses(snapshot: Snapshot): (nom: string) => string {
  const connues = new Map<string, string | null>();
  for (const { email, nom, initiales } of snapshot.tables.equipe) {
    if (email === null) continue;
    for (const cle of [nom, initiales]) {
      if (cle === null) continue;
      const connue = connues.get(normaliser(cle));
      connues.set(normaliser(cle), connue === undefined || connue === email ? email : null);
    }
  }
  return (nom) => (nom.includes('@') ? nom : (connues.get(normaliser(nom)) ?? nom));
}
