import type { Snapshot } from '../classeur/snapshot';
import type { TableEchangeable } from '../classeur/tables';
import { normaliser } from '../commun/texte';
import { colonnesDe } from './noms-connus';

/**
 * Remplace le nom ou les initiales d'un membre de l'équipe par son adresse, dans les colonnes de
 * personnes (responsable, auteur…). Un nom inconnu ou porté par deux membres est gardé tel quel.
 */
export function nommerPersonnes(
  snapshot: Snapshot,
  table: TableEchangeable,
): (valeurs: Record<string, unknown>) => void {
  const adresses = new Map<string, string | null>();
  for (const { email, nom, initiales } of snapshot.tables.equipe) {
    if (email === null) continue;
    for (const cle of [nom, initiales]) {
      if (cle === null) continue;
      const connue = adresses.get(normaliser(cle));
      adresses.set(normaliser(cle), connue === undefined || connue === email ? email : null);
    }
  }
  const cles = Object.entries(colonnesDe(table)).flatMap(([cle, c]) =>
    c.genre === 'personne' ? [cle] : [],
  );
  return (valeurs) => {
    for (const cle of cles) {
      const valeur = valeurs[cle];
      if (typeof valeur !== 'string' || valeur.includes('@')) continue;
      valeurs[cle] = adresses.get(normaliser(valeur)) ?? valeur;
    }
  };
}
