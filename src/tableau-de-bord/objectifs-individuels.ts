import type { Mois } from '../commun/date-civile';
import { personne } from './attribution';
import type { Unite } from './indicateur';
import type { Index } from './index-commercial';
import {
  COLONNES_OBJECTIF,
  INDICATEURS_A_OBJECTIF,
  type ColonneObjectif,
} from './indicateurs-a-objectif';
import { parIndex } from './memo';
import { objectifDe } from './objectifs';
import { ADDITIFS } from './repartition';

/** L'objectif de l'entreprise en face de la somme de ceux de chacun (S4-19) ; montants en centimes. */
export interface ObjectifsIndividuels {
  readonly indicateur: ColonneObjectif;
  readonly unite: Unite;
  readonly entreprise: number | null;
  readonly individuels: number;
  /** Personnes qui en ont un. */
  readonly personnes: number;
  /** Individuels − entreprise : négatif, personne ne porte une part de l'objectif commun. */
  readonly ecart: number | null;
}

const personnes = parIndex(({ snapshot }) => [
  ...new Set(snapshot.tables.objectifs.map((o) => personne(o.responsable)).filter((p) => p !== '')),
]);

/** Les indicateurs qui s'additionnent, et où quelqu'un a un objectif ce mois-là. */
export function objectifsIndividuels(index: Index, mois: Mois): ObjectifsIndividuels[] {
  return COLONNES_OBJECTIF.filter((c) => ADDITIFS.has(c)).flatMap((indicateur) => {
    const siens = personnes(index)
      .map((p) => objectifDe(index, indicateur, mois, p))
      .filter((o) => o !== null);
    if (siens.length === 0) return [];
    const entreprise = objectifDe(index, indicateur, mois, null);
    const individuels = siens.reduce((a, b) => a + b, 0);
    return [
      {
        indicateur,
        unite: INDICATEURS_A_OBJECTIF[indicateur].unite,
        entreprise,
        individuels,
        personnes: siens.length,
        ecart: entreprise === null ? null : individuels - entreprise,
      },
    ];
  });
}
