import { lettres, nommerOnglet } from './a1';
import { invalide } from './erreur-api';
import type { Classeur, DimensionFeuille, Feuille, PlageGrille } from './modele';
import type { TypeGoogle } from './schema/types';

/** Un rectangle de cellules dans la grille : indices à partir de 0, fins exclues. */
export interface Rectangle {
  readonly ligne0: number;
  readonly ligne1: number;
  readonly colonne0: number;
  readonly colonne1: number;
}

export function trouverFeuille(c: Classeur, sheetId: number | undefined): Feuille {
  const id = sheetId ?? 0;
  const feuille = c.feuilles.find((f) => f.id === id);
  if (!feuille) throw invalide(`No grid with id: ${id}`);
  return feuille;
}

/** `Devis!A2:C` : une borne absente n'est pas écrite. */
function montrerPlage(f: Feuille, p: PlageGrille): string {
  const titre = nommerOnglet(f.proprietes.title ?? '');
  const { startRowIndex: l0, endRowIndex: l1, startColumnIndex: c0, endColumnIndex: c1 } = p;
  const debut = `${lettres(c0 ?? 0)}${(l0 ?? 0) + 1}`;
  const fin = `${c1 === undefined ? '' : lettres(c1 - 1)}${l1 ?? ''}`;
  return `${titre}!${fin === '' || fin === debut ? debut : `${debut}:${fin}`}`;
}

function debordement(f: Feuille, p: PlageGrille): Error {
  return invalide(
    `Range (${montrerPlage(f, p)}) exceeds grid limits. Max rows: ${f.nbLignes}, max columns: ${f.nbColonnes}`,
  );
}

const verifierBornes = (nom: string, debut: number | undefined, fin: number | undefined) => {
  if ((debut ?? 0) < 0 || (fin ?? 0) < 0) throw invalide(`${nom} indexes must be positive.`);
  if (debut !== undefined && fin !== undefined && fin < debut) {
    throw invalide(`end${nom}Index must be greater than or equal to start${nom}Index.`);
  }
};

/**
 * La feuille et les cellules d'un `GridRange`. Une plage qui commence hors de la grille est refusée ;
 * une plage qui en sort est coupée au bord.
 */
export function resoudre(
  c: Classeur,
  plage: PlageGrille | undefined,
): { feuille: Feuille; rectangle: Rectangle } {
  if (!plage) throw invalide('range must be specified.');
  const feuille = trouverFeuille(c, plage.sheetId);
  verifierBornes('Row', plage.startRowIndex, plage.endRowIndex);
  verifierBornes('Column', plage.startColumnIndex, plage.endColumnIndex);
  const ligne0 = plage.startRowIndex ?? 0;
  const colonne0 = plage.startColumnIndex ?? 0;
  if (ligne0 >= feuille.nbLignes || colonne0 >= feuille.nbColonnes) {
    throw debordement(feuille, plage);
  }
  const rectangle = {
    ligne0,
    ligne1: Math.min(plage.endRowIndex ?? feuille.nbLignes, feuille.nbLignes),
    colonne0,
    colonne1: Math.min(plage.endColumnIndex ?? feuille.nbColonnes, feuille.nbColonnes),
  };
  return { feuille, rectangle };
}

/** La feuille et l'intervalle d'un `DimensionRange`, qui doit tenir dans la grille. */
export function resoudreDimension(c: Classeur, plage: TypeGoogle<'DimensionRange'> | undefined) {
  if (!plage?.dimension) throw invalide('range.dimension must be specified.');
  const feuille = trouverFeuille(c, plage.sheetId);
  const taille = tailleDe(feuille, plage.dimension);
  const debut = plage.startIndex ?? 0;
  const fin = plage.endIndex ?? taille;
  if (debut < 0 || fin <= debut) {
    throw invalide(`range.endIndex[${fin}] must be greater than range.startIndex[${debut}].`);
  }
  return { feuille, dimension: plage.dimension, debut, fin, taille };
}

export const tailleDe = (f: Feuille, dimension: DimensionFeuille): number =>
  dimension === 'ROWS' ? f.nbLignes : f.nbColonnes;

/** `sheetId` 0 n'est jamais écrit dans une plage rendue, comme chez Google. */
export function enPlage(f: Feuille, r: Rectangle): PlageGrille {
  return {
    ...(f.id === 0 ? {} : { sheetId: f.id }),
    startRowIndex: r.ligne0,
    endRowIndex: r.ligne1,
    startColumnIndex: r.colonne0,
    endColumnIndex: r.colonne1,
  };
}

export const estSur = (f: Feuille, p: PlageGrille | null | undefined): boolean =>
  p !== null && p !== undefined && (p.sheetId ?? 0) === f.id;

/** Les plages gardées par le classeur sont rangées comme Google les rend : sans `sheetId` nul. */
export function ranger<P extends { readonly sheetId?: number }>(p: P): P {
  if (p.sheetId !== 0) return p;
  const { sheetId: _, ...reste } = p;
  return reste as P;
}

const dans = (a0 = 0, a1 = Infinity, b0 = 0, b1 = Infinity) => a0 < b1 && b0 < a1;

/** Vrai si les deux plages ont une cellule de la feuille en commun. */
export function chevauche(f: Feuille, a: PlageGrille, b: PlageGrille): boolean {
  if (!estSur(f, a) || !estSur(f, b)) return false;
  return (
    dans(a.startRowIndex, a.endRowIndex, b.startRowIndex, b.endRowIndex) &&
    dans(a.startColumnIndex, a.endColumnIndex, b.startColumnIndex, b.endColumnIndex)
  );
}
