import type { Genre } from '../../../src/classeur/colonne';

/**
 * Formats de nombre du produit ; les séparateurs suivent la langue du lecteur. Un nombre décimal
 * garde le format général : `#,##0.##` montrerait « 7, » pour 7.
 */
export const FORMATS: Partial<Record<Genre, string>> = {
  entier: '#,##0',
  montant: '#,##0.00\\ "€"',
  taux: '0.0\\ %',
  date: 'dd/mm/yyyy',
  mois: '[$-40C]mmmm\\ yyyy',
  horodatage: 'dd/mm/yyyy\\ hh:mm',
};

/** Les mêmes pour un écart : le signe « + » double la couleur. */
const SIGNES: Partial<Record<Genre, string>> = {
  entier: '+#,##0;\\-#,##0;0',
  nombre: '+#,##0.0;\\-#,##0.0;0',
  montant: '+#,##0.00\\ "€";\\-#,##0.00\\ "€";0.00\\ "€"',
  taux: '+0.0\\ %;\\-0.0\\ %;0.0\\ %',
};

export const formatDe = (genre: Genre, signe: boolean): string | undefined =>
  (signe ? SIGNES : FORMATS)[genre];

export const GENRES_DATE: ReadonlySet<Genre> = new Set<Genre>(['date', 'mois', 'horodatage']);

/** Numéros réservés qui montrent une date ou une heure. */
export function estFormatDate(id: number, code: string | undefined): boolean {
  if (code === undefined) {
    return (
      (id >= 14 && id <= 22) ||
      (id >= 27 && id <= 36) ||
      (id >= 45 && id <= 58 && id !== 48 && id !== 49)
    );
  }
  const nu = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?![hms]+\])[^\]]*\]/gi, '')
    .split(';')[0];
  return /[dmyhs]/i.test((nu ?? '').replace(/General|Standard/gi, ''));
}
