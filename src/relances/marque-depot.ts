import type { Brouillon } from './brouillon';
import { lienGmail } from './lien-gmail';
import { nomFichierBrouillon } from './nom-fichier';

/**
 * Où vont les brouillons. `fichier` : un `.eml` par relance. `gmail` : un brouillon dans la boîte
 * `boite`, créé après l'écriture du classeur. `lien` : un lien qui ouvre un message prérempli, quand
 * l'accès à Gmail a été refusé.
 */
export type Depot = { readonly depot: 'fichier' } | DepotWeb;

export interface DepotWeb {
  readonly depot: 'gmail' | 'lien';
  /** Adresse de la boîte ; à défaut l'utilisateur. Elle seule reprend ses dépôts interrompus. */
  readonly boite?: string;
}

const MARQUE = /^à déposer(?:\s*\(([^()]*)\))?$/i;

/** L'intention, écrite avant de créer le brouillon : « à déposer (lea@exemple.fr) ». */
function marqueADeposer(boite: string): string {
  return boite === '' ? 'à déposer' : `à déposer (${boite})`;
}

/** La boîte d'une intention restée sans suite (`''` : non dite) ; `null` si le brouillon est posé. */
export function boiteADeposer(marque: string | null): string | null {
  const lue = marque === null ? null : MARQUE.exec(marque.trim().normalize('NFC'));
  return lue ? (lue[1] ?? '').trim() : null;
}

/** Ce que la colonne « Brouillon » porte dès l'inscription de la relance. */
export function marqueDe(depot: Depot, brouillon: Brouillon, utilisateur: string): string {
  if (depot.depot === 'fichier') return nomFichierBrouillon(brouillon.reference);
  if (depot.depot === 'lien') return lienGmail(brouillon);
  return marqueADeposer(depot.boite ?? utilisateur);
}
