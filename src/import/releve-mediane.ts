import type { CelluleBrute } from '../classeur/source';
import { detacher } from '../commun/detacher';
import { lireNombre } from '../commun/lire-texte';
import { estVide } from './source';
import { ditSonUnite } from './unite';

interface Format {
  readonly decimal?: ',' | '.';
  readonly devises: boolean;
  readonly facteur?: number;
}

/** Le montant médian d'une colonne, sur un échantillon réparti sur toute la colonne. */
export interface ReleveMediane {
  observer(cellule: CelluleBrute): void;
  /** En euros, signe mis à part ; `null` : trop peu de montants pour en parler. */
  conclure(format: Format): number | null;
}

/** De quoi donner un ordre de grandeur. */
const ECHANTILLON = 256;
const ASSEZ = 3;
/** En euros : au-delà, aucun montant n'est lu. */
const LISIBLE = 1e13;

export function releverMediane(): ReleveMediane {
  let retenues: (string | number)[] = [];
  let vues = 0;
  let pas = 1;
  return {
    observer(cellule) {
      if (vues++ % pas !== 0) return;
      if (typeof cellule !== 'number' && (typeof cellule !== 'string' || estVide(cellule))) return;
      retenues.push(typeof cellule === 'string' ? detacher(cellule) : cellule);
      if (retenues.length < ECHANTILLON) return;
      retenues = retenues.filter((_, i) => i % 2 === 0);
      vues = 0; // la prochaine est retenue, puis une sur `pas`
      pas *= 2;
    },
    conclure(format) {
      const { facteur = 1 } = format;
      const euros = retenues
        .map((r) => {
          const lu = typeof r === 'number' ? r : (lireNombre(r, format) ?? 0);
          return Math.abs(typeof r === 'string' && ditSonUnite(r) ? lu : lu * facteur);
        })
        .filter((n) => n > 0 && n <= LISIBLE)
        .sort((a, b) => a - b);
      return euros.length < ASSEZ ? null : (euros[Math.floor((euros.length - 1) / 2)] ?? null);
    },
  };
}
