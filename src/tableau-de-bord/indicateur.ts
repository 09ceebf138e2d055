import type { Formule } from './calculs/bloc';
import type { LireMesure } from './calculs/mesures';
import type { LigneHistorique } from '../classeur/tables/historique';
import { ajouterMois, type Mois } from '../commun/date-civile';
import type { Index, Porte } from './index-commercial';

/** Centimes, part de 1, entier ou décimal, jours. */
export type Unite = 'montant' | 'taux' | 'nombre' | 'jours';

/** De quels mois, et de qui : `responsable` `null` pour toute l'entreprise, `''` pour ce qui n'est à personne. */
export interface Tranche {
  readonly de: Mois;
  readonly a: Mois;
  readonly responsable: string | null;
}

/** `valeur` est `null` quand rien ne permet de la calculer ; `n` : cas observés, pour un taux. */
export interface Mesure {
  readonly valeur: number | null;
  readonly n: number | null;
}

/**
 * Un indicateur, déclaré une fois : son nom, la définition montrée au lecteur, son calcul et sa formule
 * (S2-5, S2-6, S3-1, S3-4).
 */
export interface Indicateur {
  readonly cle: string;
  readonly libelle: string;
  readonly definition: string;
  readonly unite: Unite;
  /**
   * Un indicateur qui photographie le jour même (portefeuille, prévision) : la colonne
   * d'Historique où se lisent ses valeurs passées, s'il y en a une. Absent : il se recalcule.
   */
  readonly photo?: { readonly historique: keyof LigneHistorique | null };
  calculer(index: Index, tranche: Tranche): Mesure;
  /**
   * Le même calcul, vivant dans le classeur : des mesures de la tranche, ou pour une photo les
   * colonnes de « Calculs ». `null` : la commande seule le sait.
   */
  readonly formule: ((mesure: LireMesure) => Formule) | null;
  /** Le nombre de cas d'un taux. */
  readonly formuleN?: (mesure: LireMesure) => Formule;
}

/** En dessous, un taux se montre avec son nombre de cas. */
export const CAS_SUFFISANTS = 10;

export const valeur = (v: number | null): Mesure => ({ valeur: v, n: null });

/** La valeur d'une mesure qui se compte : zéro quand rien n'est là. À ne pas lire d'un taux. */
export const total = (mesure: Mesure): number => mesure.valeur ?? 0;

/** Nombre de cas d'un taux. */
export const cas = (mesure: Mesure): number => mesure.n ?? 0;

/** Un taux et son nombre de cas ; `null`, jamais zéro, quand il n'y a aucun cas. */
export function taux(partie: number, tout: number, n: number = tout): Mesure {
  return { valeur: tout > 0 ? partie / tout : null, n };
}

/** Les lignes d'une tranche : ses mois, sa personne. */
export function dansTranche<P extends Porte<unknown>>(
  parMois: ReadonlyMap<Mois, readonly P[]>,
  tranche: Tranche,
): P[] {
  const retenues: P[] = [];
  for (let mois = tranche.de; mois <= tranche.a; mois = ajouterMois(mois, 1)) {
    for (const porte of parMois.get(mois) ?? []) {
      if (estDe(porte, tranche)) retenues.push(porte);
    }
  }
  return retenues;
}

export function estDe(porte: Porte<unknown>, tranche: Pick<Tranche, 'responsable'>): boolean {
  return tranche.responsable === null || porte.responsable === tranche.responsable;
}
