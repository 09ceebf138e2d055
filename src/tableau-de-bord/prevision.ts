import { ajouterMois, dernierJour, moisDe, type DateCivile } from '../commun/date-civile';
import { appliquerTaux, centimes, type Centimes } from '../commun/montant';
import { carnet } from './carnet';
import { estDe } from './indicateur';
import type { Index } from './index-commercial';
import { parIndex } from './memo';
import { probabilites } from './probabilite';

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
  readonly responsable: string;
  readonly prevue: DateCivile;
  readonly montantHt: number;
  readonly pondereHt: number;
  readonly probabilite: number;
}

/** Les devis en cours dont la signature est prévue aujourd'hui ou plus tard, et qui ont une chance. */
const attendus = parIndex((index: Index): Attendu[] => {
  const probabilite = probabilites(index);
  const retenus: Attendu[] = [];
  for (const { ligne, responsable } of index.ouverts) {
    const prevue = index.affaire(ligne.affaire)?.signaturePrevue ?? null;
    if (prevue === null || prevue < index.aujourdHui || ligne.montantHt === null) continue;
    const p = probabilite(ligne);
    const pondereHt = appliquerTaux(ligne.montantHt, p);
    if (p > 0) {
      retenus.push({ responsable, prevue, montantHt: ligne.montantHt, pondereHt, probabilite: p });
    }
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
  for (const devis of attendus(index)) {
    if (devis.prevue > limite) continue;
    if (responsable !== null && devis.responsable !== responsable) continue;
    pondere += devis.pondereHt;
    optimiste += devis.montantHt;
    if (devis.probabilite >= PRESQUE_SUR) pessimiste += devis.pondereHt;
  }
  return {
    horizonMois: horizon,
    pessimisteHt: centimes(pessimiste),
    pondereHt: centimes(pondere),
    optimisteHt: centimes(optimiste),
  };
}
