import type { CelluleBrute } from '../classeur/source';
import { lireNombre } from '../commun/lire-texte';

export type Decimale = ',' | '.';

/** Ce que les cellules d'une colonne de nombres disent de leur écriture. */
export interface BilanNombres {
  /** La décimale que prouve la colonne, et la valeur qui la prouve. */
  readonly decimal: Decimale | 'contradictoire' | null;
  readonly preuve: string | null;
  /** Une valeur que seule la décimale éclaire : `1,234`. */
  readonly ambigu: string | null;
  /** Le signe étranger que portent toutes les valeurs ; un signe isolé ne prouve rien. */
  readonly monnaie: '$' | '£' | null;
  /** Des taux écrits `20` : tous au-dessus de 1 (ou nuls), sans quoi 0,2 et 20 se contredisent. */
  enPourcents(decimal: Decimale | undefined): boolean;
}

export interface ReleveNombres {
  observer(cellule: CelluleBrute): void;
  conclure(): BilanNombres;
}

/** `taux` : la colonne est de taux, dont l'échelle (0,2 ou 20) est à trouver. */
export function releverNombres(taux: boolean): ReleveNombres {
  const preuves: Record<Decimale, string | null> = { ',': null, '.': null };
  const pourcents = new Map<Decimale | undefined, { vus: number; hors: boolean }>(
    ([undefined, ',', '.'] as const).map((d) => [d, { vus: 0, hors: false }]),
  );
  let ambigu: string | null = null;
  let monnaie: string | null | undefined;
  return {
    observer(cellule) {
      if (taux) releverTaux(pourcents, cellule);
      if (typeof cellule !== 'string' || cellule.trim() === '') return;
      const dit = decimalSur(cellule);
      if (dit === 'ambigu') ambigu ??= cellule;
      else if (dit !== null) preuves[dit] ??= cellule;
      const signe = cellule.includes('$') ? '$' : cellule.includes('£') ? '£' : null;
      if (monnaie === undefined) monnaie = signe;
      else if (signe !== monnaie) monnaie = null;
    },
    conclure: () => ({
      decimal:
        preuves[','] !== null && preuves['.'] !== null
          ? 'contradictoire'
          : preuves[','] !== null
            ? ','
            : preuves['.'] !== null
              ? '.'
              : null,
      preuve: preuves[','] ?? preuves['.'],
      ambigu,
      monnaie: monnaie === '$' || monnaie === '£' ? monnaie : null,
      enPourcents: (decimal) => {
        const vu = pourcents.get(decimal);
        return vu !== undefined && vu.vus > 0 && !vu.hors;
      },
    }),
  };
}

function releverTaux(
  pourcents: ReadonlyMap<Decimale | undefined, { vus: number; hors: boolean }>,
  cellule: CelluleBrute,
): void {
  for (const [decimal, vu] of pourcents) {
    const n =
      typeof cellule === 'string'
        ? lireNombre(cellule, decimal === undefined ? {} : { decimal })
        : cellule;
    if (typeof n !== 'number' || n === 0) continue;
    vu.vus += 1;
    vu.hors ||= !(Math.abs(n) > 1 && Math.abs(n) <= 100);
  }
}

/** Un seul séparateur, entre un chiffre et un ou deux autres : `1 234,50 €`. */
function estOrdinaire(texte: string, i: number): boolean {
  if (!estChiffre(texte, i - 1) || !estChiffre(texte, i + 1)) return false;
  const fin = estChiffre(texte, i + 2) ? i + 3 : i + 2;
  const apres = texte.charAt(fin);
  return !estChiffre(texte, fin) && apres !== ',' && apres !== '.';
}

function estChiffre(texte: string, i: number): boolean {
  const c = texte.charCodeAt(i);
  return c >= 48 && c <= 57;
}

/** Le séparateur décimal qu'un nombre prouve à lui seul : `1.234,5` → `,` ; `1,234` est ambigu. */
function decimalSur(texte: string): Decimale | 'ambigu' | null {
  const virgules = texte.indexOf(',');
  const points = texte.indexOf('.');
  if (virgules < 0 && points < 0) return null;
  const seul = Math.max(virgules, points);
  if (Math.min(virgules, points) < 0 && estOrdinaire(texte, seul)) return virgules >= 0 ? ',' : '.';
  const serre = texte.replace(/[\s\u00a0\u202f']/g, '');
  // le point d'une abréviation (« env. 15000 ») n'est pas celui d'un nombre
  const t = /(?:(?<!\p{L})[.,])?\d[\d.,]*/u.exec(serre)?.[0] ?? '';
  const virgule = t.lastIndexOf(',');
  const point = t.lastIndexOf('.');
  if (virgule < 0 && point < 0) return null;
  if (virgule >= 0 && point >= 0) return virgule > point ? ',' : '.';
  const s = virgule >= 0 ? ',' : '.';
  if (t.indexOf(s) !== t.lastIndexOf(s)) return s === ',' ? '.' : ',';
  const [avant = '', apres = ''] = t.split(s);
  if (apres === '') return null;
  return apres.length === 3 && /^[1-9]\d{0,2}$/.test(avant) ? 'ambigu' : s;
}
