import { ILLISIBLE } from '../classeur/lire-cellule';
import type { Genre } from '../classeur/colonne';
import type { CelluleBrute } from '../classeur/source';
import { eurosVersCentimes } from '../commun/montant';
import type { FormatColonne } from './format-colonne';
import type { LectureColonne } from './valeurs';

/** Un nombre d'un tableur, que sa cellule montre en date, en pourcentage, en monnaie. */

const POURCENT = /%$/;
/** Montré divisé par mille, sans le dire. */
const NU = /^-?\d+(?:,\d+)?$/;
const ETRANGERE = /[$£]|CHF|USD|GBP/i;
const EUROS = /(k|M)?€|EUR/i;
const DATE = /^\d+:|\/|^\p{L}+ \d{4}$/u;

/** La colonne qui observe. */
interface Observateur {
  readonly genre: Genre;
  /** L'en-tête est en k€ ou en M€. */
  readonly enUnites: boolean;
}

export const NOMBRES: ReadonlySet<Genre> = new Set(['montant', 'nombre', 'entier', 'taux']);

/** Ce qu'une colonne observe d'une cellule : rien de celle qui dit autre chose, ou une autre unité, qu'elle. */
export function aObserver(
  brut: CelluleBrute,
  montre: string | undefined,
  { genre, enUnites }: Observateur,
): CelluleBrute {
  if (montre === undefined) return brut;
  if (ETRANGERE.test(montre)) return montre;
  if (NOMBRES.has(genre) && DATE.test(montre)) return null;
  if (enUnites && NU.test(montre)) return montre;
  const euros = EUROS.exec(montre);
  return POURCENT.test(montre) || (euros && (enUnites || euros[1])) ? null : brut;
}

/** La valeur que montre la cellule, dans cette colonne ; `undefined` : c'est celle de son nombre. */
export function lireMontre(
  { colonne, format }: Pick<LectureColonne, 'colonne' | 'format'>,
  nombre: number,
  montre: string,
): unknown {
  switch (colonne.genre) {
    case 'taux':
      return POURCENT.test(montre) ? nombre : DATE.test(montre) ? ILLISIBLE : undefined;
    case 'montant':
      return montantMontre(montre, format);
    case 'nombre':
    case 'entier':
      return DATE.test(montre) || POURCENT.test(montre) ? ILLISIBLE : undefined;
    case 'texte':
    case 'long':
      return montre;
    default:
      return undefined;
  }
}

const FACTEURS: Readonly<Record<string, number>> = { k: 1000, M: 1_000_000 };

/** « 12,5 k€ », « 9000 € », « 12 $ » : l'unité de la cellule l'emporte sur celle de l'en-tête. */
function montantMontre(montre: string, { devises, facteur = 1 }: FormatColonne): unknown {
  if (DATE.test(montre) || POURCENT.test(montre) || (ETRANGERE.test(montre) && !devises))
    return ILLISIBLE;
  const [nombre = '', unite] = montre.split(' ');
  if (unite === undefined && facteur === 1) return undefined;
  const sien = unite === undefined ? facteur : (FACTEURS[unite[0] ?? ''] ?? 1);
  const euros = Number(nombre.replace(',', '.')) * sien;
  return Math.abs(euros) > 1e13 ? ILLISIBLE : eurosVersCentimes(Number(euros.toFixed(10)));
}
