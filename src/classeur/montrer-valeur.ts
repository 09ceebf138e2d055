import type { DateCivile, Mois } from '../commun/date-civile';
import type { Centimes } from '../commun/montant';
import {
  formatDate,
  formatMois,
  formatMontant,
  formatNombre,
  formatTaux,
} from '../messages/formats';
import type { Colonne } from './colonne';
import { estValeurBrute, estValeurRendue } from './ecrire-cellule';
import { ILLISIBLE, lireCellule } from './lire-cellule';

/** Une valeur d'enregistrement, en clair ; « (vide) » pour `null`. */
export function montrerValeur(colonne: Colonne, valeur: unknown): string {
  if (valeur === null || valeur === undefined) return '(vide)';
  if (estValeurBrute(valeur)) return valeur.brut;
  if (estValeurRendue(valeur)) {
    const lue = lireCellule(colonne, valeur.rendu);
    return lue === ILLISIBLE ? String(valeur.rendu) : montrerValeur(colonne, lue);
  }
  switch (colonne.genre) {
    case 'montant':
      return formatMontant(valeur as Centimes);
    case 'taux':
      return formatTaux(valeur as number);
    case 'date':
      return formatDate(valeur as DateCivile);
    case 'mois':
      return formatMois(valeur as Mois);
    case 'booleen':
      return valeur ? 'Oui' : 'Non';
    case 'nombre':
    case 'entier':
      return formatNombre(valeur as number);
    default:
      return String(valeur);
  }
}
