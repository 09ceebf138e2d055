import { FORMATS as FORMATS_ONGLETS } from '../../../sheets-templates/formats';
import type { Genre } from '../../../src/classeur/colonne';

/** Genres dont une cellule neuve porte le format du produit ; les autres gardent le leur. */
const FORMATES = ['entier', 'montant', 'taux', 'date', 'mois', 'horodatage'] as const;

/** Formats de nombre du produit : ceux des onglets, pour ces genres. */
export const FORMATS: Partial<Record<Genre, string>> = Object.fromEntries(
  FORMATES.map((genre) => [genre, FORMATS_ONGLETS[genre]]),
);

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
