import type { CelluleBrute } from '../classeur/source';
import { detacher } from '../commun/detacher';
import { lireNombre } from '../commun/lire-texte';
import type { Decimale } from './preuve-decimale';
import { texteDeCellule } from './source';
import { ditSonUnite } from './unite';

/** Les montants d'une colonne qui ont plus de deux décimales : ils sont arrondis au centime. */
export interface ReleveArrondis {
  observer(cellule: CelluleBrute): void;
  /** Si le séparateur décimal est celui-là. */
  conclure(decimal: Decimale | undefined): Arrondis;
}

interface Arrondis {
  readonly combien: number;
  /** Les premiers, tels qu'ils sont écrits. */
  readonly exemples: readonly { readonly ecrit: string; readonly euros: number }[];
}

const MONTRES = 3;
/** En euros, une fois multiplié : au-delà, aucun montant n'est lu. */
const LISIBLE = 1e10;
const TROIS_DECIMALES = /[.,]\d{3}/;

/** @param facteur ce que l'unité de l'en-tête multiplie */
export function releverArrondis(facteur: number): ReleveArrondis {
  const hypotheses = ([undefined, ',', '.'] as const).map((decimal) => ({
    decimal,
    combien: 0,
    exemples: [] as { ecrit: string; euros: number }[],
  }));
  return {
    observer(cellule) {
      if (typeof cellule === 'string') {
        if (finitEnCentimes(cellule) || !TROIS_DECIMALES.test(cellule)) return;
      } else if (!estFin(cellule, facteur)) return;
      for (const h of hypotheses) {
        const lu =
          typeof cellule === 'number'
            ? cellule
            : lireNombre(texteDeCellule(cellule), {
                ...(h.decimal === undefined ? {} : { decimal: h.decimal }),
                devises: true,
              });
        if (lu === null || Math.abs(lu) > LISIBLE) continue;
        const multiplie = typeof cellule === 'number' || !ditSonUnite(String(cellule));
        if (!estFin(lu, multiplie ? facteur : 1)) continue;
        h.combien++;
        if (h.exemples.length < MONTRES)
          h.exemples.push({
            ecrit: detacher(texteDeCellule(cellule).trim()),
            euros: multiplie ? lu * facteur : lu,
          });
      }
    },
    conclure: (decimal) =>
      hypotheses.find((h) => h.decimal === decimal) ?? { combien: 0, exemples: [] },
  };
}

const VIRGULE = 44;
const POINT = 46;

/** « 1234,50 », « 12,50 € » : presque tous. */
function finitEnCentimes(texte: string): boolean {
  const fin = texte.charCodeAt(texte.length - 1) === 0x20ac ? texte.length - 2 : texte.length;
  const c = texte.charCodeAt(fin - 3);
  return c === VIRGULE || c === POINT;
}

/** En centimes : un tableur en laisse moins que cela en calculant. */
const BRUIT = 1e-4;

/** Plus de deux décimales, au-delà du bruit d'un calcul. */
function estFin(cellule: CelluleBrute, facteur: number): boolean {
  if (typeof cellule !== 'number') return false;
  const centimes = Math.abs(cellule * facteur) * 100;
  const reste = Math.abs(centimes - Math.round(centimes));
  return reste > Math.max(BRUIT, centimes * Number.EPSILON * 4);
}
