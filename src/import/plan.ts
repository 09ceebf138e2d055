import { plan, type Plan } from '../classeur/plan';
import type { Changement } from '../classeur/changements';
import type { Snapshot } from '../classeur/snapshot';
import type { TableEchangeable } from '../classeur/tables';
import type { Contexte } from '../commun/contexte';
import type { Doublon } from './doublons';
import { parcourirImport } from './parcourir';
import type { Profil } from './profil';
import type { Remarque, ResultatImport } from './resultat';
import type { SourceTabulaire } from './source';

/**
 * Ce qu'un import écrirait (S2-12), entier en mémoire : chaque ligne de la source est créée, modifiée,
 * inchangée ou rejetée, et comptée une fois. Un fichier qui n'est pas de cette table est refusé.
 */
export function planImport(
  snapshot: Snapshot,
  table: TableEchangeable,
  source: SourceTabulaire,
  profil: Profil | null,
  contexte: Contexte,
): Plan<ResultatImport> {
  const rejets: Remarque[] = [];
  const anomalies: Remarque[] = [];
  const doublons: Doublon[] = [];
  const changements: Changement[] = [];
  const registre: Changement[] = [];
  const clients: Changement[] = [];
  const { bilan, problemes } = parcourirImport(snapshot, table, source, profil, contexte, {
    changement(c) {
      if (c.table === table) changements.push(c);
      else (c.table === 'registre' ? registre : clients).push(c);
    },
    rejet: (_, remarques) => void rejets.push(...remarques),
    anomalies: (remarques) => void anomalies.push(...remarques),
    doublon: (d) => void doublons.push(d),
  });
  const resultat = { ...bilan, rejets, anomalies, doublons };
  return plan(resultat, {
    problemes,
    changements: problemes.length > 0 ? [] : [...clients, ...registre, ...changements],
  });
}
