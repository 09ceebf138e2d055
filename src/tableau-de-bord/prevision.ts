import { ajouterMois, dernierJour, moisDe, type DateCivile } from '../commun/date-civile';
import { centimes, type Centimes } from '../commun/montant';
import { carnet } from './carnet';
import { estDe } from './indicateur';
import type { DevisCompte, Index } from './index-commercial';
import { parIndex } from './memo';
import { ponderes } from './probabilite';

export const HORIZONS = [1, 2, 6, 12] as const;
export type Horizon = (typeof HORIZONS)[number];

/** À partir de cette probabilité, un devis compte dans la prévision pessimiste. */
const PRESQUE_SUR = 0.8;

export interface Prevision {
  readonly horizonMois: Horizon;
  /** Commandes à facturer, et devis sûrs à 80 % ou plus (pondérés). */
  readonly pessimisteHt: Centimes;
  /** Commandes à facturer, et tous les devis en cours × leur probabilité. */
  readonly pondereHt: Centimes;
  /** Commandes à facturer, et tous les devis en cours qui ont une chance, en entier. */
  readonly optimisteHt: Centimes;
}

/** Le même jour, n mois plus tard (ou le dernier du mois). */
export function dansNMois(jour: DateCivile, n: number): DateCivile {
  const mois = ajouterMois(moisDe(jour), n);
  const dernier = dernierJour(mois);
  const vise = `${mois}-${jour.slice(8)}` as DateCivile;
  return vise < dernier ? vise : dernier;
}

interface Attendu {
  readonly devis: DevisCompte;
  readonly prevue: DateCivile;
  readonly montantHt: number;
  readonly pondereHt: number;
  readonly probabilite: number;
}

/** Les devis en cours dont la signature est prévue aujourd'hui ou plus tard, et qui ont une chance. */
const attendus = parIndex((index: Index): Attendu[] => {
  const retenus: Attendu[] = [];
  for (const { devis, probabilite, pondereHt } of ponderes(index)) {
    const { montantHt, affaire } = devis.ligne;
    if (probabilite <= 0 || montantHt === null) continue;
    const prevue = index.affaire(affaire)?.signaturePrevue ?? null;
    if (prevue === null || prevue < index.aujourdHui) continue;
    retenus.push({ devis, prevue, montantHt, pondereHt, probabilite });
  }
  return retenus;
});

/**
 * CA prévisionnel d'aujourd'hui à l'horizon (S4-9, S4-18). Un devis n'y entre que si la signature
 * de son affaire est prévue dans l'intervalle : ni date passée, ni date absente.
 */
export function prevoir(index: Index, responsable: string | null, horizon: Horizon): Prevision {
  const limite = dansNMois(index.aujourdHui, horizon);
  let pessimiste = 0;
  for (const commande of carnet(index)) {
    if (!estDe(commande, { responsable })) continue;
    for (const part of commande.ligne) if (part.le <= limite) pessimiste += part.montantHt;
  }
  let [pondere, optimiste] = [pessimiste, pessimiste];
  for (const attendu of attendus(index)) {
    if (attendu.prevue > limite || !estDe(attendu.devis, { responsable })) continue;
    pondere += attendu.pondereHt;
    optimiste += attendu.montantHt;
    if (attendu.probabilite >= PRESQUE_SUR) pessimiste += attendu.pondereHt;
  }
  return {
    horizonMois: horizon,
    pessimisteHt: centimes(pessimiste),
    pondereHt: centimes(pondere),
    optimisteHt: centimes(optimiste),
  };
}
