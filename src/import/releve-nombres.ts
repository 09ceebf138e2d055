import type { CelluleBrute } from '../classeur/source';
import { detacher } from '../commun/detacher';
import { preuveComplete, preuveSimple, type Decimale } from './preuve-decimale';
import { releverEchelle, type EchelleTaux } from './releve-taux';

/** Ce que les cellules d'une colonne de nombres disent de leur écriture. */
export interface BilanNombres {
  /** La décimale que prouve la colonne, et la valeur qui la prouve. */
  readonly decimal: Decimale | 'contradictoire' | null;
  readonly preuve: string | null;
  /** Une valeur que seule la décimale éclaire (`1,234`), par le séparateur qu'elle porte. */
  readonly ambigus: Readonly<Record<Decimale, string | null>>;
  /** Le signe étranger que portent toutes les valeurs ; un signe isolé ne prouve rien. */
  readonly monnaie: '$' | '£' | null;
  /** Des taux : écrits `20` ou `0,2`, ou sans échelle qui l'emporte ; `null` : rien ne le dit. */
  echelle(decimal: Decimale | undefined): EchelleTaux | null;
}

export interface ReleveNombres {
  observer(cellule: CelluleBrute): void;
  conclure(): BilanNombres;
}

/** `taux` : la colonne est de taux, dont l'échelle (0,2 ou 20) est à trouver. */
export function releverNombres(taux: boolean): ReleveNombres {
  const preuves: Record<Decimale, string | null> = { ',': null, '.': null };
  const echelle = taux ? releverEchelle() : null;
  const ambigus: Record<Decimale, string | null> = { ',': null, '.': null };
  let monnaie: '$' | '£' | null | undefined;
  let contradictoire = false;
  return {
    observer(cellule) {
      echelle?.observer(cellule);
      if (typeof cellule === 'number') monnaie = null; // un nombre sans signe
      if (typeof cellule !== 'string' || cellule.trim() === '') return;
      const simple = preuveSimple(cellule);
      if (simple !== undefined)
        monnaie = null; // rien qu'un nombre, en euros
      else if (monnaie !== null) {
        const signe = cellule.includes('$') ? '$' : cellule.includes('£') ? '£' : null;
        monnaie = monnaie === undefined || monnaie === signe ? signe : null;
      }
      if (contradictoire) return;
      const dit = simple === undefined ? preuveComplete(cellule) : simple;
      if (dit === null) return;
      if (dit === 'ambigu') ambigus[cellule.includes(',') ? ',' : '.'] ??= detacher(cellule);
      else {
        preuves[dit] ??= detacher(cellule);
        contradictoire = preuves[','] !== null && preuves['.'] !== null;
      }
    },
    conclure: () => ({
      decimal: contradictoire
        ? 'contradictoire'
        : preuves[','] !== null
          ? ','
          : preuves['.'] !== null
            ? '.'
            : null,
      preuve: preuves[','] ?? preuves['.'],
      ambigus,
      monnaie: monnaie ?? null,
      echelle: (decimal) => echelle?.conclure(decimal) ?? null,
    }),
  };
}
