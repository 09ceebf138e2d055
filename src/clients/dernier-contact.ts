import { modifier, type Changement } from '../classeur/changements';
import type { Snapshot } from '../classeur/snapshot';
import type { Client } from '../classeur/tables/clients';
import type { DateCivile } from '../commun/date-civile';

/** « Dernier contact » n'avance que dans le temps ; illisible, il est laissé à qui l'a tapé. */
export function avancerDernierContact(
  snapshot: Snapshot,
  client: Client,
  le: DateCivile,
): Changement[] {
  const illisible = snapshot.estIllisible('clients', client.ligne, 'dernierContact');
  if (illisible || (client.dernierContact !== null && client.dernierContact >= le)) return [];
  return modifier('clients', client, client.organisation ?? '', { dernierContact: le });
}
