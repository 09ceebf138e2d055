import {
  ajouterJours,
  joursEntre,
  lundiDe,
  parseDateCivile,
  type DateCivile,
} from '../commun/date-civile';

/** `2026-S10` : la semaine ISO d'un jour ; l'année est celle du jeudi. */
export function semaineIso(date: DateCivile): string {
  const jeudi = ajouterJours(lundiDe(date), 3);
  const annee = jeudi.slice(0, 4);
  const premier = parseDateCivile(`${annee}-01-01`) ?? jeudi;
  const semaine = Math.floor(joursEntre(premier, jeudi) / 7) + 1;
  return `${annee}-S${String(semaine).padStart(2, '0')}`;
}
