import type { CelluleBrute } from '../classeur/source';
import { detacher } from '../commun/detacher';
import { lireNombre } from '../commun/lire-texte';
import type { Decimale } from './preuve-decimale';
import { texteDeCellule } from './source';

/** Comment un taux sans « % » est écrit : 20 ou 0,2 pour 20 % ; au-delà de 100, ce n'en est pas un. */
type Ecriture = 'pourcent' | 'fraction' | 'hors';

/** L'échelle d'une colonne de taux, et une valeur écrite de chaque façon qui s'y trouve. */
export interface EchelleTaux {
  /** `null` : aucune ne l'emporte, un taux sans « % » n'est pas lu. */
  readonly echelle: 'pourcent' | 'fraction' | null;
  readonly exemples: { readonly [E in Ecriture]?: string };
  /** Aucun autre nombre que 1 : 100 %, ou 1 %. */
  readonly queDesUns: boolean;
}

export interface ReleveEchelle {
  observer(cellule: CelluleBrute): void;
  /** Si le séparateur décimal est celui-là ; `null` : rien à en dire. */
  conclure(decimal: Decimale | undefined): EchelleTaux | null;
}

/** Une valeur déjà vue n'est pas relue ; au-delà, elles sont trop diverses pour y gagner. */
const RETENUES = 1_000;
/** Une écriture l'emporte si elle est au moins tant de fois plus fréquente que l'autre. */
const AVANCE = 2;

const POURCENT = 37;

const DECIMALES = [undefined, ',', '.'] as const;

export function releverEchelle(): ReleveEchelle {
  const hypotheses = DECIMALES.map((decimal) => ({
    decimal,
    vus: { pourcent: 0, fraction: 0, hors: 0 },
    queDesUns: true,
    exemples: {} as { [E in Ecriture]?: string },
  }));
  const connues = new Map<CelluleBrute, readonly (Lue | null)[]>();
  return {
    observer(cellule) {
      if (typeof cellule !== 'number' && typeof cellule !== 'string') return;
      // « 20 % » ne dit rien de l'échelle de la colonne.
      if (typeof cellule === 'string' && cellule.charCodeAt(cellule.length - 1) === POURCENT)
        return;
      let ecritures = connues.get(cellule);
      if (ecritures === undefined) {
        ecritures = DECIMALES.map((decimal) => lueDe(nombreDe(cellule, decimal)));
        if (connues.size < RETENUES)
          connues.set(typeof cellule === 'string' ? detacher(cellule) : cellule, ecritures);
      }
      hypotheses.forEach((hypothese, i) => {
        const lue = ecritures[i] ?? null;
        if (lue === null) return;
        const { vus, exemples } = hypothese;
        vus[lue.ecriture]++;
        if (!lue.un) hypothese.queDesUns = false;
        exemples[lue.ecriture] ??= detacher(texteDeCellule(cellule).trim());
      });
    },
    conclure(decimal) {
      const vue = hypotheses.find((h) => h.decimal === decimal);
      if (!vue) return null;
      const { vus, exemples, queDesUns } = vue;
      const { pourcent, fraction, hors } = vus;
      if (pourcent + fraction + hors === 0) return null;
      if (hors > 0) return { echelle: null, exemples, queDesUns };
      if (pourcent >= AVANCE * fraction) return { echelle: 'pourcent', exemples, queDesUns };
      return { echelle: fraction >= AVANCE * pourcent ? 'fraction' : null, exemples, queDesUns };
    },
  };
}

interface Lue {
  readonly ecriture: Ecriture;
  readonly un: boolean;
}

function lueDe(n: number | null): Lue | null {
  const ecriture = ecritureDe(n);
  return ecriture && { ecriture, un: Math.abs(n ?? 0) === 1 };
}

/** Zéro s'écrit de même à toute échelle. */
function ecritureDe(n: number | null): Ecriture | null {
  if (n === null || n === 0) return null;
  if (Math.abs(n) > 100) return 'hors';
  return Math.abs(n) > 1 ? 'pourcent' : 'fraction';
}

function nombreDe(cellule: string | number, decimal: Decimale | undefined): number | null {
  if (typeof cellule === 'number') return cellule;
  return lireNombre(cellule, decimal === undefined ? {} : { decimal });
}

/** Le taux d'un nombre sans « % », à l'échelle de sa colonne ; `null` s'il n'est pas à cette échelle. */
export function tauxALEchelle(n: number, vue: EchelleTaux | undefined): number | null {
  const ecriture = ecritureDe(n);
  if (ecriture === null || vue === undefined) return Math.abs(n) <= 1 ? n : null;
  if (vue.echelle !== ecriture) return null;
  return ecriture === 'pourcent' ? Number((n / 100).toFixed(10)) : n;
}
