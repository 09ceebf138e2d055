import { ajouterMois, type Mois } from '../../commun/date-civile';
import type { NatureEcart } from '../ecart';
import type { Unite } from '../indicateur';
import type { Index } from '../index-commercial';
import { PORTEFEUILLE_PONDERE } from '../indicateurs/portefeuille';
import { INDICATEURS_A_OBJECTIF, suivreObjectif, type ColonneObjectif } from '../objectifs';
import { leMois } from '../periode';
import { suivre } from '../suivi';
import { premierMois } from './series';

/** Un des chiffres qui comptent, en face de son objectif et de son passé (S3-2). */
export interface FigureBilan {
  readonly libelle: string;
  readonly unite: Unite;
  readonly valeur: number | null;
  /** Cas d'un taux ; `null` pour un montant. */
  readonly n: number | null;
  /** Absent : cet indicateur ne se vise pas. */
  readonly objectif?: number | null;
  readonly ecart: number | null;
  readonly nature: NatureEcart | null;
  readonly moisDeSuite: number;
  readonly moisPrecedent: number | null;
  readonly anPrecedent: number | null;
}

const VISES: readonly (readonly [ColonneObjectif, string])[] = [
  ['caSigne', 'CA signé (HT)'],
  ['caFacture', 'CA facturé (HT)'],
  ['tauxTransformation', 'Taux de transformation'],
  ['satisfaction', 'Satisfaction'],
];

/** Les cinq chiffres du mois : les quatre que l'on vise, puis ce qui est en cours. */
export function figuresBilan(index: Index, mois: Mois, responsable: string | null): FigureBilan[] {
  const pondere = suivre(index, PORTEFEUILLE_PONDERE, mois, responsable);
  const { unite } = PORTEFEUILLE_PONDERE;
  return [
    ...VISES.map(([colonne, libelle]) => visee(index, colonne, libelle, mois, responsable)),
    {
      libelle: 'Portefeuille pondéré (HT)',
      unite,
      ecart: null,
      nature: null,
      moisDeSuite: 0,
      ...pondere,
    },
  ];
}

function visee(
  index: Index,
  colonne: ColonneObjectif,
  libelle: string,
  mois: Mois,
  responsable: string | null,
): FigureBilan {
  const { n } = INDICATEURS_A_OBJECTIF[colonne].calculer(index, leMois(mois, responsable));
  const {
    realise: valeur,
    moisDeSuiteEnRetard: moisDeSuite,
    ...suivi
  } = suivreObjectif(index, colonne, mois, responsable);
  const debut = premierMois(index);
  const connu = (passe: number | null, ilYA: number): number | null =>
    debut === null || ajouterMois(mois, -ilYA) < debut ? null : passe;
  return {
    ...suivi,
    libelle,
    valeur,
    n,
    moisDeSuite,
    moisPrecedent: connu(suivi.moisPrecedent, 1),
    anPrecedent: connu(suivi.anPrecedent, 12),
  };
}
