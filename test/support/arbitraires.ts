import fc from 'fast-check';
import { depuisSerie, type DateCivile } from '../../src/commun/date-civile';
import type { Centimes } from '../../src/commun/montant';

/** Un texte qu'une cellule garde tel quel : ni vide, ni bordé d'espaces, qui se lit comme texte. */
export const TEXTES = fc
  .string({ minLength: 1, maxLength: 12 })
  .map((t) => t.trim())
  .filter((t) => t !== '' && !t.startsWith('#'));

export const CENTIMES = fc
  .integer({ min: -1_000_000_00, max: 1_000_000_00 })
  .map((n) => n as Centimes);

export const JOURS = fc
  .integer({ min: 40_000, max: 50_000 })
  .map((serie) => depuisSerie(serie) as DateCivile);
