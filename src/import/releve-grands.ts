import type { CelluleBrute } from '../classeur/source';
import { lireNombre } from '../commun/lire-texte';
import type { Decimale } from './preuve-decimale';
import { ditSonUnite } from './unite';

/** Les plus grands nombres d'une colonne dont l'en-tête dit l'unité : ce qu'elle multiplie le plus. */
export interface ReleveGrands {
  observer(cellule: CelluleBrute): void;
  /** Du plus grand au plus petit, si le séparateur décimal est celui-là. */
  conclure(decimal: Decimale | undefined): readonly number[];
}

const MONTRES = 3;

export function releverGrands(): ReleveGrands {
  const hypotheses = ([undefined, ',', '.'] as const).map((decimal) => ({
    decimal,
    grands: [] as number[],
  }));
  return {
    observer(cellule) {
      if (typeof cellule !== 'number' && typeof cellule !== 'string') return;
      if (typeof cellule === 'string' && ditSonUnite(cellule)) return;
      for (const { decimal, grands } of hypotheses) {
        const lu =
          typeof cellule === 'number'
            ? cellule
            : lireNombre(cellule, decimal === undefined ? {} : { decimal });
        if (lu === null || grands.includes(lu)) continue;
        grands.push(lu);
        grands.sort((a, b) => Math.abs(b) - Math.abs(a));
        grands.length = Math.min(grands.length, MONTRES);
      }
    },
    conclure: (decimal) => hypotheses.flatMap((h) => (h.decimal === decimal ? h.grands : [])),
  };
}
