import type { Snapshot } from '../classeur/snapshot';
import type { Contexte } from '../commun/contexte';
import { numeroDansOrigine } from './origines';

/** Le numéro de cet import : celui que la coquille annonce (reprise d'un import), sinon le suivant. */
export function numeroImport(snapshot: Snapshot, { origine }: Contexte): number {
  return numeroDansOrigine(origine) ?? prochainImport(snapshot);
}

/** Un de plus que le dernier import inscrit au Journal ou au Registre. */
function prochainImport(snapshot: Snapshot): number {
  let dernier = 0;
  const voir = (texte: string | null): void => {
    dernier = Math.max(dernier, numeroDansOrigine(texte) ?? 0);
  };
  for (const { origine } of snapshot.tables.journal) voir(origine);
  for (const { pour } of snapshot.tables.registre) voir(pour);
  return dernier + 1;
}
