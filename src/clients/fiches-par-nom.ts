import type { Snapshot } from '../classeur/snapshot';
import type { Client } from '../classeur/tables/clients';
import { normaliser } from '../commun/texte';

/** Les fiches d'un client par nom normalisé (`normaliser`). */
export type FichesParNom = ReadonlyMap<string, readonly Client[]>;

/** Les fiches par nom ; plusieurs si le client a été saisi deux fois : un arrêt sur l'une vaut pour toutes. */
export function fichesParNom(snapshot: Snapshot): FichesParNom {
  const fiches = new Map<string, Client[]>();
  for (const client of snapshot.tables.clients) {
    if (client.organisation === null) continue;
    const nom = normaliser(client.organisation);
    const memes = fiches.get(nom);
    if (memes) memes.push(client);
    else fiches.set(nom, [client]);
  }
  return fiches;
}
