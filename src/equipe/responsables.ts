import type { Snapshot } from '../classeur/snapshot';
import { memePersonne, trouverMembre } from './membre';

/** Ceux que le classeur connaît : l'équipe, puis ceux que des lignes nomment sans qu'ils en soient. */
export function responsables(snapshot: Snapshot): readonly string[] {
  const { equipe, affaires, devis, clients, objectifs } = snapshot.tables;
  const noms = [
    ...equipe.map((m) => m.email ?? m.nom),
    ...[affaires, devis, clients, objectifs].flatMap((t) => t.map((l) => l.responsable)),
    ...devis.map((d) => d.auteur),
  ];
  const connus = new Map<string, string>();
  for (const nom of noms) {
    const cite = nom === null ? '' : (trouverMembre(snapshot, nom)?.email ?? nom).trim();
    const cle = cite.toLowerCase();
    if (cite !== '' && !connus.has(cle)) connus.set(cle, cite);
  }
  return [...connus.values()];
}

/** Celui que désigne ce qu'une personne a tapé (adresse, nom) ; `null` si le classeur ne le connaît pas. */
export function trouverResponsable(snapshot: Snapshot, dit: string): string | null {
  const membre = trouverMembre(snapshot, dit);
  if (membre?.email) return membre.email;
  return responsables(snapshot).find((p) => memePersonne(snapshot, p, dit)) ?? null;
}
