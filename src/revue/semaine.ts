import { ajouterJours, lundiDe, type DateCivile } from '../commun/date-civile';

/** `2026-S10` : la semaine ISO d'un jour. Son jeudi dit l'année, et le rang de ce jeudi la semaine. */
export function semaineIso(date: DateCivile): string {
  const jeudi = ajouterJours(lundiDe(date), 3);
  const annee = jeudi.slice(0, 4);
  let rang = 1;
  for (let j = ajouterJours(jeudi, -7); j.startsWith(annee); j = ajouterJours(j, -7)) rang += 1;
  return `${annee}-S${String(rang).padStart(2, '0')}`;
}
