import {
  ajouterJours,
  ajouterMois,
  moisDe,
  premierJour,
  type DateCivile,
} from '../../src/commun/date-civile';
import { MODELES_INITIAUX } from '../modeles-initiaux';
import { jourOuvrePrecedent, prochainJourOuvre } from '../../src/commun/jours-ouvres';

/** Avance (ou recule) de `n` jours ouvrés ; avec 0, le jour ouvré le plus proche en arrière. */
export function ajouterOuvres(jour: DateCivile, n: number): DateCivile {
  const pas = Math.sign(n);
  let j =
    n > 0 ? jourOuvrePrecedent(jour) : n < 0 ? prochainJourOuvre(jour) : jourOuvrePrecedent(jour);
  for (let reste = Math.abs(n); reste > 0; reste -= 1) {
    j = ajouterJours(j, pas);
    j = pas > 0 ? prochainJourOuvre(j) : jourOuvrePrecedent(j);
  }
  return j;
}

/** Étapes de relance d'un devis, en jours après l'envoi : celles des modèles de départ. */
const ETAPES_RELANCE = MODELES_INITIAUX.filter((m) => m.usage === 'Relance devis').map(
  (m) => m.delaiJours ?? 0,
);

/** Le jour d'une relance : `jours` après l'envoi, reporté au jour ouvré suivant. */
export function jourDeRelance(envoi: DateCivile, rang: number): DateCivile | null {
  const jours = ETAPES_RELANCE[rang];
  return jours === undefined ? null : prochainJourOuvre(ajouterJours(envoi, jours));
}

/** Le jour d'envoi dont la relance de ce rang tombe au plus tard le `cible`, au plus près. */
export function envoiPourRelance(cible: DateCivile, rang: number): DateCivile {
  const jours = ETAPES_RELANCE[rang] ?? 0;
  let envoi = jourOuvrePrecedent(ajouterJours(cible, -jours));
  while ((jourDeRelance(envoi, rang) ?? cible) > cible)
    envoi = jourOuvrePrecedent(ajouterJours(envoi, -1));
  return envoi;
}

const MOIS_RACONTES = 18;

/** Premier jour raconté : dix-huit mois avec celui d'aujourd'hui. */
export function debutExemple(aujourdHui: DateCivile): DateCivile {
  return premierJour(ajouterMois(moisDe(aujourdHui), 1 - MOIS_RACONTES));
}
