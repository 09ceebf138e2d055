import type { Genre } from '../src/classeur/colonne';

/**
 * Format de nombre d'un tableur, par genre ; les séparateurs suivent la langue du lecteur
 * (`1 234,50 €`). Un nombre décimal garde le format général : `#,##0.##` montrerait « 7, » pour 7.
 */
export const FORMATS: Record<Genre, string> = {
  texte: '@',
  long: '@',
  email: '@',
  personne: '@',
  lien: '@',
  choix: '@',
  booleen: '@',
  entier: '#,##0',
  nombre: 'General',
  montant: '#,##0.00\\ "€"',
  taux: '0.0\\ %',
  date: 'dd/mm/yyyy',
  mois: '[$-40C]mmm\\ yyyy',
  horodatage: 'dd/mm/yyyy\\ hh:mm',
  libre: 'General',
};

/** Même date, précédée d'un « ! » : le signe qui double la couleur d'un retard. */
export const DATE_EN_RETARD = '"!"\\ dd/mm/yyyy';
export const DATE_LONGUE = '[$-40C]dddd\\ d\\ mmmm\\ yyyy';

export type Alignement = 'left' | 'center' | 'right';

const A_DROITE: ReadonlySet<Genre> = new Set([
  'entier',
  'nombre',
  'montant',
  'taux',
  'date',
  'mois',
  'horodatage',
]);

/** Textes et réglages à gauche ; nombres et dates à droite. */
export function alignementDe(genre: Genre): Alignement {
  return A_DROITE.has(genre) ? 'right' : 'left';
}
