import { remplacer } from '../classeur/changements';
import { plan, type Plan } from '../classeur/plan';
import type { Snapshot } from '../classeur/snapshot';
import type { Contexte } from '../commun/contexte';
import type { Mois } from '../commun/date-civile';
import { tableauDe, type Tableau } from './calculer-tableau';
import { indexer } from './index-commercial';
import { lignesAlertes, lignesDetail, lignesResponsables } from './lignes-detail';
import { lignesIndicateurs } from './lignes-tableau';

/** Refait l'onglet Tableau de bord : le mois, ses alertes, chacun, puis le détail (S3-1 à S3-4). */
export function planTableau(
  snapshot: Snapshot,
  { mois }: { readonly mois: Mois },
  contexte: Contexte,
): Plan<Tableau> {
  const index = indexer(snapshot, contexte.aujourdHui);
  const tableau = tableauDe(index, mois, null);
  const lignes = [
    {
      rubrique: 'Mois',
      indicateur: 'Mois regardé',
      valeur: { genre: 'mois', valeur: mois },
      definition: 'Les chiffres datés sont ceux de ce mois ; le reste est au jour du calcul.',
    } as const,
    ...lignesIndicateurs(index, mois),
    ...lignesAlertes(tableau),
    ...lignesResponsables(tableau),
    ...lignesDetail(tableau),
  ];
  return plan(tableau, { changements: [remplacer('tableauDeBord', lignes)] });
}
