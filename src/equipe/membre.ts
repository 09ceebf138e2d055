import type { Snapshot } from '../classeur/snapshot';
import type { Membre } from '../classeur/tables/equipe';
import { normaliser, replierEspaces } from '../commun/texte';

function cle(personne: string): string {
  return replierEspaces(personne).toLowerCase();
}

/** La personne de l'équipe qu'un e-mail (ou à défaut un nom) désigne ; `null` si elle n'y est pas. */
export function trouverMembre(snapshot: Snapshot, personne: string | null): Membre | null {
  if (personne === null) return null;
  const { equipe } = snapshot.tables;
  return (
    equipe.find((m) => m.email !== null && cle(m.email) === cle(personne)) ??
    equipe.find((m) => m.nom !== null && normaliser(m.nom) === normaliser(personne)) ??
    null
  );
}

/** Deux désignations de la même personne, par son e-mail ou par son nom. */
export function memePersonne(snapshot: Snapshot, a: string | null, b: string | null): boolean {
  if (a === null || b === null) return false;
  if (cle(a) === cle(b)) return true;
  const membre = trouverMembre(snapshot, a);
  return membre !== null && membre === trouverMembre(snapshot, b);
}
