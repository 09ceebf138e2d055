import type { Objectif } from '../classeur/tables/objectifs';
import { ajouterMois, type Mois } from '../commun/date-civile';
import { personne } from './attribution';
import type { Indicateur, Unite } from './indicateur';
import type { Index } from './index-commercial';
import { DEVIS_EMIS } from './indicateurs/devis-emis';
import { CA_SIGNE } from './indicateurs/devis-signes';
import { CA_FACTURE } from './indicateurs/factures';
import { SATISFACTION_TAUX } from './indicateurs/satisfaction';
import { TAUX_COHORTE } from './indicateurs/taux-transformation';
import { VISITES } from './indicateurs/visites';
import { parIndex } from './memo';
import { leMois } from './periode';
import { suivre } from './suivi';

export type ColonneObjectif =
  'caSigne' | 'caFacture' | 'devisEmis' | 'tauxTransformation' | 'satisfaction' | 'visites';

/** Les colonnes d'Objectifs et l'indicateur qui dit le réalisé de chacune. */
export const INDICATEURS_A_OBJECTIF: Readonly<Record<ColonneObjectif, Indicateur>> = {
  caSigne: CA_SIGNE,
  caFacture: CA_FACTURE,
  tauxTransformation: TAUX_COHORTE,
  satisfaction: SATISFACTION_TAUX,
  devisEmis: DEVIS_EMIS,
  visites: VISITES,
};

export const COLONNES_OBJECTIF = Object.keys(INDICATEURS_A_OBJECTIF) as ColonneObjectif[];

/** Objectif et réalisé d'un indicateur (S3-2) ; les montants sont en centimes. */
export interface SuiviObjectif {
  readonly indicateur: ColonneObjectif;
  readonly unite: Unite;
  readonly objectif: number | null;
  readonly realise: number | null;
  readonly ecart: number | null;
  /** Réalisé ÷ objectif. */
  readonly atteinte: number | null;
  readonly moisPrecedent: number | null;
  readonly anPrecedent: number | null;
  readonly cumulAnnuel: number | null;
  /** Mois de suite sous l'objectif, celui-ci compris : 1, écart ponctuel ; 3 et plus, structurel (S3-3). */
  readonly moisDeSuiteEnRetard: number;
}

const parMoisEtPersonne = parIndex(({ snapshot }) => {
  const lignes = new Map<string, Objectif>();
  for (const o of snapshot.tables.objectifs) {
    const cle = `${o.mois} ${personne(o.responsable)}`;
    if (!lignes.has(cle)) lignes.set(cle, o);
  }
  return lignes;
});

/** L'objectif écrit pour ce mois : celui de l'entreprise (`null`) ou d'une personne. */
export function objectifDe(
  index: Index,
  colonne: ColonneObjectif,
  mois: Mois,
  responsable: string | null,
): number | null {
  return parMoisEtPersonne(index).get(`${mois} ${responsable ?? ''}`)?.[colonne] ?? null;
}

export function suivreObjectif(
  index: Index,
  colonne: ColonneObjectif,
  mois: Mois,
  responsable: string | null,
): SuiviObjectif {
  const indicateur = INDICATEURS_A_OBJECTIF[colonne];
  const suivi = suivre(index, indicateur, mois, responsable);
  const objectif = objectifDe(index, colonne, mois, responsable);
  const realise = suivi.valeur;
  const comparable = objectif !== null && realise !== null;
  return {
    indicateur: colonne,
    unite: indicateur.unite,
    objectif,
    realise,
    ecart: comparable ? realise - objectif : null,
    atteinte: comparable && objectif > 0 ? realise / objectif : null,
    moisPrecedent: suivi.moisPrecedent,
    anPrecedent: suivi.anPrecedent,
    cumulAnnuel: suivi.cumulAnnuel,
    moisDeSuiteEnRetard: retards(index, colonne, mois, responsable),
  };
}

/** Au plus douze : au-delà, un écart est structurel depuis longtemps. */
function retards(
  index: Index,
  colonne: ColonneObjectif,
  mois: Mois,
  responsable: string | null,
): number {
  let n = 0;
  while (n < 12) {
    const m = ajouterMois(mois, -n);
    const objectif = objectifDe(index, colonne, m, responsable);
    if (objectif === null) return n;
    const { valeur } = INDICATEURS_A_OBJECTIF[colonne].calculer(index, leMois(m, responsable));
    if (valeur === null || valeur >= objectif) return n;
    n += 1;
  }
  return n;
}
