import type { ValeurLibre } from '../classeur/colonne';
import type { Unite } from './indicateur';

/** Ce que montre une cellule quand rien n'est connu : jamais un zéro. */
const RIEN = '–';

/** La valeur d'une figure avec sa nature, donc son format. */
export function afficher(valeur: number | null, unite: Unite): ValeurLibre {
  if (valeur === null) return RIEN;
  if (unite === 'montant') return { genre: 'montant', valeur: Math.round(valeur) };
  if (unite === 'taux') return { genre: 'taux', valeur };
  const entier = Number.isInteger(valeur);
  return entier
    ? { genre: 'entier', valeur }
    : { genre: 'nombre', valeur: Math.round(valeur * 10) / 10 };
}

/** Un écart à l'objectif : son signe se lit d'abord. */
export function afficherEcart(ecart: number | null, unite: Unite): ValeurLibre {
  const valeur = afficher(ecart, unite);
  return typeof valeur === 'object' ? { ...valeur, signe: true } : valeur;
}
