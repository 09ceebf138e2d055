import type { ValeursDe } from '../classeur/tables';
import type { Mois } from '../commun/date-civile';
import { CAS_SUFFISANTS, type Indicateur } from './indicateur';
import type { Index } from './index-commercial';
import { INDICATEURS_A_OBJECTIF, objectifDe, type ColonneObjectif } from './objectifs';
import { RUBRIQUES } from './rubriques';
import { suivre } from './suivi';
import { afficher, afficherEcart } from './valeur-affichee';

export type LigneAEcrire = Partial<ValeursDe<'tableauDeBord'>>;

/** Les lignes d'indicateurs de l'onglet Tableau de bord, rubrique par rubrique (S3-1, S3-2, S3-4). */
export function lignesIndicateurs(index: Index, mois: Mois): LigneAEcrire[] {
  return RUBRIQUES.flatMap(({ titre, indicateurs }) =>
    indicateurs.map((indicateur) => ligne(index, titre, indicateur, mois)),
  );
}

function ligne(index: Index, rubrique: string, indicateur: Indicateur, mois: Mois): LigneAEcrire {
  const { unite } = indicateur;
  const suivi = suivre(index, indicateur, mois, null);
  const colonne = colonneObjectif(indicateur);
  const objectif = colonne === null ? null : objectifDe(index, colonne, mois, null);
  const ecart = objectif === null || suivi.valeur === null ? null : suivi.valeur - objectif;
  const peuDeCas = unite === 'taux' && suivi.n !== null && suivi.n < CAS_SUFFISANTS;
  return {
    rubrique,
    indicateur: peuDeCas ? `${indicateur.libelle} (n = ${suivi.n})` : indicateur.libelle,
    valeur: afficher(suivi.valeur, unite),
    // Sans objectif possible, la case reste vide : « – » dirait qu'il manque.
    objectif: colonne === null ? null : afficher(objectif, unite),
    ecart: colonne === null ? null : afficherEcart(ecart, unite),
    moisPrecedent: afficher(suivi.moisPrecedent, unite),
    anPrecedent: afficher(suivi.anPrecedent, unite),
    definition: indicateur.definition,
  };
}

function colonneObjectif(indicateur: Indicateur): ColonneObjectif | null {
  const trouve = Object.entries(INDICATEURS_A_OBJECTIF).find(([, i]) => i === indicateur);
  return trouve ? (trouve[0] as ColonneObjectif) : null;
}
