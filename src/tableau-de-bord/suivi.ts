import type { LigneHistorique } from '../classeur/tables/historique';
import { ajouterMois, type Mois } from '../commun/date-civile';
import { personne } from './attribution';
import { type Indicateur, type Mesure } from './indicateur';
import type { Index } from './index-commercial';
import { parIndex } from './memo';
import { lAnnee, leMois } from './periode';

/** Un indicateur au fil du temps (S3-2) ; `null` là où rien n'est connu. */
export interface Suivi extends Mesure {
  readonly moisPrecedent: number | null;
  readonly anPrecedent: number | null;
  /** De janvier au mois ; un taux se recalcule sur tous les cas de l'année. */
  readonly cumulAnnuel: number | null;
}

const clos = parIndex(
  ({ snapshot }) =>
    new Map(snapshot.tables.historique.map((h) => [`${h.mois} ${personne(h.responsable)}`, h])),
);

/** Le mois clos d'une personne, ou de l'entreprise (`null`). */
export function moisClos(
  index: Index,
  mois: Mois,
  responsable: string | null,
): LigneHistorique | null {
  return clos(index).get(`${mois} ${responsable ?? ''}`) ?? null;
}

export function suivre(
  index: Index,
  indicateur: Indicateur,
  mois: Mois,
  responsable: string | null,
): Suivi {
  const mesure = indicateur.calculer(index, leMois(mois, responsable));
  const passe = (m: Mois): number | null => {
    if (!indicateur.photo) return indicateur.calculer(index, leMois(m, responsable)).valeur;
    const { historique } = indicateur.photo;
    const fige = historique === null ? null : moisClos(index, m, responsable)?.[historique];
    return typeof fige === 'number' ? fige : null;
  };
  return {
    ...mesure,
    moisPrecedent: passe(ajouterMois(mois, -1)),
    anPrecedent: passe(ajouterMois(mois, -12)),
    cumulAnnuel: indicateur.photo
      ? null
      : indicateur.calculer(index, lAnnee(mois, responsable)).valeur,
  };
}
