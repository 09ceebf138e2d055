import type { Snapshot } from '../classeur/snapshot';
import type { Affaire } from '../classeur/tables/affaires';
import type { Devis } from '../classeur/tables/devis';
import { trouverClient } from '../clients/trouver-client';

/** Qui porte le chiffre d'une ligne ; `''` : personne. Les adresses se comparent sans la casse. */
export interface Attribution {
  personne(email: string | null): string;
  affaire(numero: string | null): Affaire | null;
  parAffaire(numero: string | null): string;
  parClient(nom: string | null): string;
  /** Le responsable du devis, sinon celui de l'affaire, sinon l'auteur. */
  parDevis(devis: Devis): string;
}

export function personne(email: string | null): string {
  return email === null ? '' : email.trim().toLowerCase();
}

export function attribuer(snapshot: Snapshot): Attribution {
  const affaires = new Map<string, Affaire>();
  for (const a of snapshot.tables.affaires) if (a.numero !== null) affaires.set(a.numero, a);
  const minuscules = new Map<string, string>();
  const personneConnue = (email: string | null): string => {
    if (email === null) return '';
    let connue = minuscules.get(email);
    if (connue === undefined) {
      connue = personne(email);
      minuscules.set(email, connue);
    }
    return connue;
  };
  const affaire = (numero: string | null) =>
    numero === null ? null : (affaires.get(numero) ?? null);
  const parAffaire = (numero: string | null) =>
    personneConnue(affaire(numero)?.responsable ?? null);
  return {
    personne: personneConnue,
    affaire,
    parAffaire,
    parClient(nom) {
      const client = nom === null ? null : trouverClient(snapshot.tables.clients, nom);
      return personneConnue(client?.responsable ?? null);
    },
    parDevis: (d) =>
      personneConnue(d.responsable) || parAffaire(d.affaire) || personneConnue(d.auteur),
  };
}
