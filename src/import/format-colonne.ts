import type { Genre } from '../classeur/colonne';
import type { CelluleBrute } from '../classeur/source';
import { lireNombre, type OrdreDate } from '../commun/lire-texte';
import { probleme, type Probleme } from '../messages/probleme';

/**
 * Comment lire une colonne : une cellule ambiguë (`1,234`, `03/04/2026`) est éclairée par le reste de
 * sa colonne, jamais devinée seule.
 */
export interface FormatColonne {
  /** Absent : seules les écritures sans ambiguïté sont lues. */
  readonly decimal?: ',' | '.';
  readonly devises: boolean;
  /** `null` : l'ordre n'est pas connu, les dates ambiguës ne sont pas lues. */
  readonly ordre: OrdreDate | null;
  /** Les taux sont écrits `20` pour 20 %. */
  readonly pourcents: boolean;
}

/** Ce que l'on sait avant d'avoir lu la colonne : le profil, la langue du fichier, un de nos exports. */
export interface IndicesFormat {
  readonly decimal?: ',' | '.';
  readonly ordre: OrdreDate | null;
  /** Ordre retenu si la colonne n'en dit rien (fichier français). */
  readonly ordreHabituel: OrdreDate | null;
  readonly devises: boolean;
}

export function formatDeColonne(
  entete: string,
  genre: Genre,
  cellules: readonly CelluleBrute[],
  indices: IndicesFormat,
): { format: FormatColonne; avertissements: Probleme[] } {
  const textes = cellules.filter((c): c is string => typeof c === 'string' && c.trim() !== '');
  const avertissements: Probleme[] = [];
  const neutre: FormatColonne = { devises: false, ordre: indices.ordre, pourcents: false };
  if (genre === 'date' || genre === 'mois') {
    const ordre = indices.ordre ?? ordreDesDates(textes);
    if (ordre === 'contradictoire')
      avertissements.push(probleme('IMPORT_DATES_CONTRADICTOIRES', { colonne: entete }));
    if (ordre !== null && ordre !== 'contradictoire')
      return { format: { ...neutre, ordre }, avertissements };
    const habituel = ordre === null ? indices.ordreHabituel : null;
    const exemple = textes.find((t) => partiesAmbigues(t) !== null);
    if (ordre === null && habituel === null && exemple !== undefined) {
      avertissements.push(probleme('IMPORT_DATES_INDECISES', { colonne: entete, exemple }));
    }
    return { format: { ...neutre, ordre: habituel }, avertissements };
  }
  if (genre !== 'montant' && genre !== 'nombre' && genre !== 'entier' && genre !== 'taux') {
    return { format: neutre, avertissements };
  }
  const monnaie = genre === 'montant' ? monnaieDe(textes) : null;
  if (monnaie !== null)
    avertissements.push(probleme('IMPORT_MONNAIE', { colonne: entete, signe: monnaie }));
  const preuves = new Set(textes.map(decimalSur).filter((d) => d !== null));
  let decimal = indices.decimal;
  if (decimal === undefined && preuves.size === 1) [decimal] = preuves;
  if (decimal === undefined && preuves.size > 1) {
    avertissements.push(probleme('IMPORT_DECIMALES_CONTRADICTOIRES', { colonne: entete }));
  }
  const format = { ...neutre, devises: indices.devises || monnaie !== null };
  return {
    format: {
      ...format,
      ...(decimal === undefined ? {} : { decimal }),
      pourcents: genre === 'taux' && enPourcents(cellules, decimal),
    },
    avertissements,
  };
}

/** Le séparateur décimal qu'un nombre prouve à lui seul : `1.234,5` → `,` ; `1,234` ne prouve rien. */
function decimalSur(texte: string): ',' | '.' | null {
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
  return apres.length === 3 && /^[1-9]\d{0,2}$/.test(avant) ? null : s;
}

/** Le signe étranger que portent toutes les valeurs non vides ; un signe isolé ne prouve rien. */
function monnaieDe(textes: readonly string[]): '$' | '£' | null {
  const [premier] = textes;
  const signe = premier === undefined ? undefined : /[$£]/.exec(premier)?.[0];
  if (signe !== '$' && signe !== '£') return null;
  return textes.every((t) => t.includes(signe)) ? signe : null;
}

function partiesAmbigues(texte: string): [number, number] | null {
  const m = /^\s*(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})(?!\d)/.exec(texte);
  return m ? [Number(m[1]), Number(m[2])] : null;
}

/** Une seule valeur au-delà de 12 décide pour toute la colonne. */
function ordreDesDates(textes: readonly string[]): OrdreDate | 'contradictoire' | null {
  const preuves = new Set<OrdreDate>();
  for (const texte of textes) {
    const parties = partiesAmbigues(texte);
    if (!parties) continue;
    const [a, b] = parties;
    if (a > 12 && b <= 12) preuves.add('JMA');
    if (b > 12 && a <= 12) preuves.add('MJA');
  }
  if (preuves.size > 1) return 'contradictoire';
  return [...preuves][0] ?? null;
}

/** Des taux écrits `20` : tous au-dessus de 1 (ou nuls), sans quoi 0,2 et 20 se contredisent. */
function enPourcents(cellules: readonly CelluleBrute[], decimal: ',' | '.' | undefined): boolean {
  const format = decimal === undefined ? {} : { decimal };
  const nombres = cellules
    .map((c) => (typeof c === 'string' ? lireNombre(c, format) : c))
    .filter((n): n is number => typeof n === 'number' && n !== 0);
  return nombres.length > 0 && nombres.every((n) => Math.abs(n) > 1 && Math.abs(n) <= 100);
}
