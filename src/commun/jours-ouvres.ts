import getJoursFeries from '@socialgouv/jours-feries';
import { ajouterJours, dateCivile, jourDeSemaine, type DateCivile } from './date-civile';

/**
 * Jours fériés (art. L3133-1 du code du travail : onze ; L3134-13 : deux de plus en Alsace-Moselle)
 * et jours ouvrés, du lundi au vendredi. La bibliothèque est juste de 1900 à 2105 (vérifié) : son
 * calcul de Pâques se trompe ensuite certaines années.
 */

const DOUZE_HEURES_MS = 43_200_000;
const parAnnee = new Map<string, ReadonlySet<string>>();

/**
 * La bibliothèque rend des minuits locaux, obtenus en ajoutant des jours de 24 heures : un changement
 * d'heure les décale de ±1 h, parfois la veille. Douze heures plus tard, c'est le bon jour partout.
 */
function jourLocal(minuit: Date): DateCivile | null {
  const midi = new Date(minuit.getTime() + DOUZE_HEURES_MS);
  return dateCivile(midi.getFullYear(), midi.getMonth() + 1, midi.getDate());
}

function joursFeries(annee: string, alsaceMoselle: boolean): ReadonlySet<string> {
  const cle = alsaceMoselle ? `${annee}+` : annee;
  let jours = parAnnee.get(cle);
  if (!jours) {
    const dates = Object.values(getJoursFeries(Number(annee), { alsace: alsaceMoselle }));
    jours = new Set(dates.map((d) => jourLocal(d) ?? ''));
    parAnnee.set(cle, jours);
  }
  return jours;
}

export function estFerie(date: DateCivile, alsaceMoselle = false): boolean {
  return joursFeries(date.slice(0, 4), alsaceMoselle).has(date);
}

/** Ni samedi, ni dimanche, ni jour férié. */
export function estOuvre(date: DateCivile, alsaceMoselle = false): boolean {
  return jourDeSemaine(date) <= 5 && !estFerie(date, alsaceMoselle);
}

/** `date` si elle est ouvrée, sinon le premier jour ouvré qui la suit. */
export function prochainJourOuvre(date: DateCivile, alsaceMoselle = false): DateCivile {
  let jour = date;
  while (!estOuvre(jour, alsaceMoselle)) jour = ajouterJours(jour, 1);
  return jour;
}

/** `date` si elle est ouvrée, sinon le dernier jour ouvré qui la précède : pour un délai à ne pas dépasser. */
export function jourOuvrePrecedent(date: DateCivile, alsaceMoselle = false): DateCivile {
  let jour = date;
  while (!estOuvre(jour, alsaceMoselle)) jour = ajouterJours(jour, -1);
  return jour;
}
