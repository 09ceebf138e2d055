import { invalide } from '../erreur-api';
import { celluleEn, poserRangee, valeurEffective } from '../grille';
import type { CelluleData, Classeur, Feuille } from '../modele';
import { ranger, resoudre, trouverFeuille } from '../plages';
import type { TypeGoogle } from '../schema/types';

export function setBasicFilter(c: Classeur, r: TypeGoogle<'SetBasicFilterRequest'>): object {
  const filtre = r.filter ?? {};
  const table = filtre.tableId === undefined ? null : tableDe(c, filtre.tableId);
  const { feuille } = resoudre(c, table ?? filtre.range);
  const range = table ?? filtre.range ?? {};
  feuille.filtre = { ...filtre, range: ranger(range) };
  return {};
}

function tableDe(c: Classeur, id: string): TypeGoogle<'GridRange'> {
  const table = c.feuilles.flatMap((f) => f.tables).find((t) => t.tableId === id);
  if (!table?.range) throw invalide(`No table with id: ${id}`);
  return table.range;
}

export function clearBasicFilter(c: Classeur, r: TypeGoogle<'ClearBasicFilterRequest'>): object {
  trouverFeuille(c, r.sheetId).filtre = null;
  return {};
}

/** Nombres, textes, booléens ; les vides restent en bas dans les deux sens. */
const RANG = { number: 0, string: 1, boolean: 2 } as const;

function cle(cellule: CelluleData | undefined): number | string | boolean | null {
  const v = valeurEffective(cellule);
  return v?.numberValue ?? v?.boolValue ?? v?.stringValue ?? null;
}

function comparer(a: ReturnType<typeof cle>, b: ReturnType<typeof cle>, sens: number): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? 1 : -1;
  const genre = RANG[typeof a as keyof typeof RANG] - RANG[typeof b as keyof typeof RANG];
  if (genre !== 0) return genre * sens;
  const ordre =
    typeof a === 'string' && typeof b === 'string'
      ? a.localeCompare(b, 'fr')
      : Number(a) - Number(b);
  return ordre * sens;
}

/** Les rangées de la plage changent de place, aspect et notes compris ; l'ordre des égales est gardé. */
export function sortRange(c: Classeur, r: TypeGoogle<'SortRangeRequest'>): object {
  const { feuille: f, rectangle: z } = resoudre(c, r.range);
  if (!r.sortSpecs?.length) throw invalide('sortSpecs must be specified.');
  const criteres = r.sortSpecs.map((s) => {
    const colonne = s.dimensionIndex ?? 0;
    if (colonne < z.colonne0 || colonne >= z.colonne1) {
      throw invalide(`sortSpecs.dimensionIndex[${colonne}] is outside of the range.`);
    }
    return { colonne, sens: s.sortOrder === 'DESCENDING' ? -1 : 1 };
  });
  const rangs = Array.from({ length: z.ligne1 - z.ligne0 }, (_, i) => z.ligne0 + i);
  const tries = rangs.sort((a, b) => {
    for (const { colonne, sens } of criteres) {
      const ordre = comparer(cle(celluleEn(f, a, colonne)), cle(celluleEn(f, b, colonne)), sens);
      if (ordre !== 0) return ordre;
    }
    return a - b;
  });
  remplacer(
    f,
    tries.map((ligne) => f.rangees[ligne]?.slice(z.colonne0, z.colonne1) ?? []),
    z,
  );
  return {};
}

function remplacer(
  f: Feuille,
  morceaux: readonly (readonly (CelluleData | undefined)[])[],
  z: { ligne0: number; colonne0: number; colonne1: number },
): void {
  morceaux.forEach((morceau, i) => {
    const ancienne = Array.from(f.rangees[z.ligne0 + i] ?? [], (x) => x);
    while (ancienne.length < z.colonne1) ancienne.push(undefined);
    for (let col = z.colonne0; col < z.colonne1; col += 1)
      ancienne[col] = morceau[col - z.colonne0];
    poserRangee(f, z.ligne0 + i, ancienne);
  });
}
