import type { Genre } from '../classeur/colonne';
import { INSECABLE } from '../messages/formats';
import type { FormatNombre } from './rest';

const format = (type: FormatNombre['type'], pattern: string): FormatNombre => ({ type, pattern });

const TEXTE = format('TEXT', '@');
const EURO = `"${INSECABLE}€"`;
const POURCENT = `"${INSECABLE}"%`;

/** Format de nombre d'une cellule par genre ; absent : le format automatique. */
const FORMATS: Partial<Record<Genre, FormatNombre>> = {
  texte: TEXTE,
  long: TEXTE,
  email: TEXTE,
  personne: TEXTE,
  lien: TEXTE,
  choix: TEXTE,
  booleen: TEXTE,
  entier: format('NUMBER', '#,##0'),
  montant: format('NUMBER', `#,##0.00${EURO}`),
  taux: format('PERCENT', `0.0${POURCENT}`),
  date: format('DATE', 'dd/mm/yyyy'),
  mois: format('DATE', 'mmm yyyy'),
  horodatage: format('DATE_TIME', 'dd/mm/yyyy hh:mm'),
};

/** Un écart : le signe « + » double la couleur. */
const signe = (type: FormatNombre['type'], nu: string): FormatNombre =>
  format(type, `+${nu};-${nu};${nu}`);
const SIGNES: Partial<Record<Genre, FormatNombre>> = {
  entier: signe('NUMBER', '#,##0'),
  nombre: signe('NUMBER', '#,##0.0'),
  montant: signe('NUMBER', `#,##0.00${EURO}`),
  taux: signe('PERCENT', `0.0${POURCENT}`),
};

export const formatDe = (genre: Genre, avecSigne = false): FormatNombre | undefined =>
  (avecSigne ? SIGNES : FORMATS)[genre];
