import { invalide } from '../erreur-api';
import { transformer } from '../grille';
import type { Classeur, Feuille, PlageGrille } from '../modele';
import { chevauche, enPlage, resoudre } from '../plages';
import type { Rectangle } from '../plages';
import type { TypeGoogle } from '../schema/types';

const contient = (grande: Rectangle, f: PlageGrille) =>
  grande.ligne0 <= (f.startRowIndex ?? 0) &&
  grande.ligne1 >= (f.endRowIndex ?? Infinity) &&
  grande.colonne0 <= (f.startColumnIndex ?? 0) &&
  grande.colonne1 >= (f.endColumnIndex ?? Infinity);

/** Ôte les fusions de la zone ; refuse d'en couper une. */
function defaire(f: Feuille, r: Rectangle): void {
  const zone = enPlage(f, r);
  const touchees = f.fusions.filter((x) => chevauche(f, x, zone));
  if (!touchees.every((x) => contient(r, x))) {
    throw invalide('You must select all cells in a merged range to merge or unmerge them.');
  }
  f.fusions = f.fusions.filter((x) => !touchees.includes(x));
}

function decouper(r: Rectangle, type: string): Rectangle[] {
  if (type === 'MERGE_ROWS') {
    return Array.from({ length: r.ligne1 - r.ligne0 }, (_, i) => ({
      ...r,
      ligne0: r.ligne0 + i,
      ligne1: r.ligne0 + i + 1,
    }));
  }
  if (type === 'MERGE_COLUMNS') {
    return Array.from({ length: r.colonne1 - r.colonne0 }, (_, i) => ({
      ...r,
      colonne0: r.colonne0 + i,
      colonne1: r.colonne0 + i + 1,
    }));
  }
  return [r];
}

/** Ne reste que la valeur du coin. */
export function mergeCells(c: Classeur, r: TypeGoogle<'MergeCellsRequest'>): object {
  const { feuille: f, rectangle } = resoudre(c, r.range);
  if (r.mergeType === undefined) throw invalide('mergeType must be specified.');
  defaire(f, rectangle);
  for (const zone of decouper(rectangle, r.mergeType)) {
    if ((zone.ligne1 - zone.ligne0) * (zone.colonne1 - zone.colonne0) < 2) continue;
    f.fusions = [...f.fusions, enPlage(f, zone)];
    transformer(f, zone, (cellule, ligne, colonne) => {
      if (!cellule || (ligne === zone.ligne0 && colonne === zone.colonne0)) return cellule;
      const { userEnteredValue: _, effectiveValue: __, ...reste } = cellule;
      return Object.keys(reste).length > 0 ? reste : undefined;
    });
  }
  return {};
}

export function unmergeCells(c: Classeur, r: TypeGoogle<'UnmergeCellsRequest'>): object {
  const { feuille, rectangle } = resoudre(c, r.range);
  defaire(feuille, rectangle);
  return {};
}
