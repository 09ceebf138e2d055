import type { Snapshot } from '../classeur/snapshot';
import { trouverMembre } from './membre';

/** Ceux que le classeur connaît, comme il les écrit : l'équipe par ses adresses, puis ceux que des lignes nomment. */
export function responsables(snapshot: Snapshot): readonly string[] {
  return [...parNom(snapshot).values()];
}

/**
 * Celui que désigne ce qu'une personne a tapé : tel que des lignes le nomment, sinon l'adresse du membre
 * de l'équipe qui porte ce nom ; `null` si le classeur ne le connaît pas.
 */
export function trouverResponsable(snapshot: Snapshot, dit: string): string | null {
  return parNom(snapshot).get(cle(dit)) ?? trouverMembre(snapshot, dit)?.email ?? null;
}

const cle = (personne: string): string => personne.trim().toLowerCase();

function parNom({ tables }: Snapshot): ReadonlyMap<string, string> {
  const { equipe, affaires, devis, clients, objectifs } = tables;
  const noms = [
    ...equipe.map((m) => m.email ?? m.nom),
    ...[affaires, devis, clients, objectifs].flatMap((t) => t.map((l) => l.responsable)),
    ...devis.map((d) => d.auteur),
  ];
  const connus = new Map<string, string>();
  for (const nom of noms) {
    if (nom !== null && cle(nom) !== '' && !connus.has(cle(nom))) connus.set(cle(nom), nom.trim());
  }
  return connus;
}
