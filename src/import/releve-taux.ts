import type { CelluleBrute } from '../classeur/source';
import { lireNombre } from '../commun/lire-texte';
import type { Decimale } from './preuve-decimale';

/** L'échelle d'une colonne de taux : 0,2 ou 20, pour 20 %. */
export interface ReleveEchelle {
  observer(cellule: CelluleBrute): void;
  /** Tous au-dessus de 1 (ou nuls), si le séparateur décimal est celui-là. */
  enPourcents(decimal: Decimale | undefined): boolean;
}

/** Une valeur déjà vue n'apprend rien de plus ; au-delà, elles sont trop diverses pour y gagner. */
const RETENUES = 1_000;

export function releverEchelle(): ReleveEchelle {
  const hypotheses = ([undefined, ',', '.'] as const).map((decimal) => ({
    decimal,
    vus: 0,
    hors: false,
  }));
  const connues = new Set<CelluleBrute>();
  return {
    observer(cellule) {
      // « 20 % » ne dit rien de l'échelle de la colonne.
      if (typeof cellule === 'string' && cellule.endsWith('%')) return;
      if (connues.has(cellule)) return;
      if (connues.size < RETENUES) connues.add(cellule);
      for (const hypothese of hypotheses) {
        const { decimal } = hypothese;
        const n =
          typeof cellule === 'string'
            ? lireNombre(cellule, decimal === undefined ? {} : { decimal })
            : cellule;
        if (typeof n !== 'number' || n === 0) continue;
        hypothese.vus++;
        if (!(Math.abs(n) > 1 && Math.abs(n) <= 100)) hypothese.hors = true;
      }
    },
    enPourcents(decimal) {
      return hypotheses.some((h) => h.decimal === decimal && h.vus > 0 && !h.hors);
    },
  };
}
