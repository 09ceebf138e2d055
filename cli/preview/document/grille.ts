import type { Genre } from '../../../src/classeur/colonne';

/** Le contenu d'une cellule : une valeur, ou une formule et son dernier résultat connu. */
export interface Contenu {
  readonly valeur: string | number | boolean;
  /** Avec son `=`, à l'anglaise, comme un fichier la garde. */
  readonly formule?: string;
  /** Nature d'un nombre, d'après le format qu'on lui a donné. */
  readonly genre?: Genre;
  /** Un écart : son signe se montre. */
  readonly signe?: boolean;
}
export type ContenuOuVide = Contenu | undefined;

export type Rangee = readonly ContenuOuVide[];
/** Les cellules d'un onglet : par ligne à partir de 0, par rang à partir de 0. */
export type Cellules = readonly (Rangee | undefined)[];

/** Le contenu d'un classeur, onglet par onglet. */
export type Grille = ReadonlyMap<string, Cellules>;

export interface Difference {
  /** À partir de 1. */
  readonly ligne: number;
  readonly rang: number;
  readonly contenu: ContenuOuVide;
}

/** Deux contenus sont le même si l'on y a tapé la même chose : le résultat d'une formule n'y fait rien. */
function estPareil(a: ContenuOuVide, b: ContenuOuVide): boolean {
  if (a === b) return true;
  if (!a || !b) return false;
  return a.formule === undefined && b.formule === undefined
    ? a.valeur === b.valeur
    : a.formule === b.formule;
}

const VIDE: Rangee = [];

/** Ce qui distingue `apres` d'`avant`, cellule par cellule. */
export function differences(avant: Cellules, apres: Cellules): Difference[] {
  const trouvees: Difference[] = [];
  const lignes = Math.max(avant.length, apres.length);
  for (let l = 0; l < lignes; l++) {
    const a = avant[l] ?? VIDE;
    const b = apres[l] ?? VIDE;
    if (a === b) continue;
    const rangs = Math.max(a.length, b.length);
    for (let r = 0; r < rangs; r++) {
      if (!estPareil(a[r], b[r])) trouvees.push({ ligne: l + 1, rang: r, contenu: b[r] });
    }
  }
  return trouvees;
}
