import type { Genre } from '../../../src/classeur/colonne';
import { estFormatDate } from '../../workbooks/xlsx/formats';

export interface FormatSheets {
  readonly type: 'TEXT' | 'NUMBER' | 'PERCENT' | 'CURRENCY' | 'DATE' | 'DATE_TIME' | 'TIME';
  readonly pattern: string;
}

/** Un numéro de format que personne n'a réservé : le code seul décide. */
const LIBRE = 1000;

/** Le format de nombre d'un fichier, comme Sheets le range. */
export function versFormat(code: string): FormatSheets | null {
  if (code === 'General') return null;
  const de = (type: FormatSheets['type']): FormatSheets => ({ type, pattern: code });
  if (code === '@') return de('TEXT');
  if (estFormatDate(LIBRE, code)) {
    const heures = /h/i.test(code);
    return de(!heures ? 'DATE' : /[dy]/i.test(code) ? 'DATE_TIME' : 'TIME');
  }
  if (code.includes('%')) return de('PERCENT');
  return de(code.includes('€') ? 'CURRENCY' : 'NUMBER');
}

/** La nature d'un nombre, d'après le format que Sheets lui donne. */
export function natureDe(format: { type?: string; pattern?: string } | undefined): {
  genre: Genre;
  signe: boolean;
} {
  const pattern = format?.pattern ?? '';
  return { genre: genreDe(format?.type, pattern), signe: pattern.startsWith('+') };
}

function genreDe(type: string | undefined, pattern: string): Genre {
  switch (type) {
    case 'CURRENCY':
      return 'montant';
    case 'PERCENT':
      return 'taux';
    case 'DATE':
      return /d/i.test(pattern) ? 'date' : 'mois';
    case 'DATE_TIME':
      return 'horodatage';
    case 'NUMBER':
      if (pattern.includes('€')) return 'montant';
      return /[.]/.test(pattern) ? 'nombre' : 'entier';
    default:
      return 'nombre';
  }
}

/** Un format de Sheets dans un classeur français, comme un fichier l'écrit : les dates y sont en français. */
export const codeDe = (pattern: string): string =>
  /mmm/.test(pattern) && !pattern.startsWith('[$') ? `[$-40C]${pattern}` : pattern;
