/** Une plage A1 lue : indices à partir de 0, fins exclues ; borne absente : jusqu'au bord. */
export interface PlageA1 {
  /** Absent : la première feuille, ou une plage nommée si le texte n'est qu'un nom. */
  readonly onglet: string | null;
  readonly ligne0: number | null;
  readonly ligne1: number | null;
  readonly colonne0: number | null;
  readonly colonne1: number | null;
}

/** 0 → `A`, 26 → `AA`. */
export function lettres(colonne: number): string {
  let texte = '';
  for (let n = colonne; n >= 0; n = Math.floor(n / 26) - 1) {
    texte = String.fromCharCode(65 + (n % 26)) + texte;
  }
  return texte;
}

export const indiceColonne = (texte: string) =>
  [...texte.toUpperCase()].reduce((n, c) => n * 26 + c.charCodeAt(0) - 64, 0) - 1;

/** Google ne met de guillemets que si le nom n'est pas un mot, ou ressemble à une cellule. */
export function nommerOnglet(titre: string): string {
  const nu = /^[\p{L}_][\p{L}\p{N}_]*$/u.test(titre) && !/^[A-Za-z]{1,3}\d+$/.test(titre);
  return nu ? titre : `'${titre.replaceAll("'", "''")}'`;
}

const COIN = /^\$?([A-Za-z]{1,3})?\$?([1-9]\d{0,7})?$/;

function coin(texte: string): { ligne: number | null; colonne: number | null } | null {
  const m = COIN.exec(texte);
  if (!m || texte === '' || (m[1] === undefined && m[2] === undefined)) return null;
  return {
    colonne: m[1] === undefined ? null : indiceColonne(m[1]),
    ligne: m[2] === undefined ? null : Number(m[2]) - 1,
  };
}

/** Les bornes dans l'ordre, fin exclue ; une borne absente va jusqu'au bord. */
const tri = (x: number | null, y: number | null): [number | null, number | null] =>
  x !== null && y !== null
    ? [Math.min(x, y), Math.max(x, y) + 1]
    : [x ?? 0, y === null ? null : y + 1];

/** `A1`, `A1:C3`, `A:C`, `2:5`, `A2:C` ; `null` si ce n'est pas une plage. */
function lireCellules(texte: string): Omit<PlageA1, 'onglet'> | null {
  const [debut = '', fin, ...trop] = texte.split(':');
  const a = coin(debut);
  const b = fin === undefined ? a : coin(fin);
  if (!a || !b || trop.length > 0) return null;
  if (fin === undefined && (a.ligne === null || a.colonne === null)) return null;
  const [ligne0, ligne1] = tri(a.ligne, b.ligne);
  const [colonne0, colonne1] = tri(a.colonne, b.colonne);
  return { ligne0, ligne1, colonne0, colonne1 };
}

const ENTIERE = { ligne0: null, ligne1: null, colonne0: null, colonne1: null };

/**
 * Lit une plage A1 : `'L''onglet'!A1:B2`, `Devis!A:C`, `'Devis'`. Un nom sans `!` qui n'est pas une
 * cellule est rendu comme un onglet entier : à l'appelant de voir si c'est une plage nommée.
 */
export function lireA1(texte: string): PlageA1 | null {
  const m = /^(?:'((?:[^']|'')+)'|([^'!]+))(?:!(.*))?$/su.exec(texte);
  if (!m) return null;
  const cite = m[1]?.replaceAll("''", "'");
  const onglet = cite ?? m[2] ?? '';
  if (m[3] === undefined) {
    const cellules = cite === undefined ? lireCellules(onglet) : null;
    return cellules ? { onglet: null, ...cellules } : { onglet, ...ENTIERE };
  }
  const cellules = lireCellules(m[3]);
  return cellules && { onglet, ...cellules };
}
