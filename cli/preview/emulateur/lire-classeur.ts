import { ErreurApi } from './erreur-api';
import { valeurEffective } from './grille';
import { resoudreA1 } from './lire-plage';
import type { CelluleData, Classeur, Dimension, Feuille, Metadonnee } from './modele';
import type { Rectangle } from './plages';
import { montrerProprietes } from './requetes/feuilles';
import { montrerPlageNommee } from './requetes/plages-nommees';
import { montrerTable } from './requetes/tables';
import { designe, lireMasque, MasqueInvalide, projeter } from './schema/masque';
import type { Masque } from './schema/masque';
import { TYPES } from './schema/types';
import type { TypeGoogle } from './schema/types';

/** Taille d'une ligne et d'une colonne que personne n'a changée, en pixels. */
const PIXELS = { ROWS: 21, COLUMNS: 100 } as const;

/** Le masque de lecture ; un champ inconnu est refusé comme le fait Google. */
export function masqueLecture(champs: string | null): Masque {
  if (champs === null) return SANS_CELLULES;
  try {
    return lireMasque(champs, 'Spreadsheet');
  } catch (erreur) {
    if (!(erreur instanceof MasqueInvalide)) throw erreur;
    const detail =
      erreur.message === ''
        ? `Invalid field selection ${champs}`
        : `Cannot find matching fields for path '${erreur.message}'.`;
    throw new ErreurApi(
      400,
      `Request contains an invalid argument. Error expanding 'fields' parameter. ${detail}`,
    );
  }
}

/** Sans masque, Google rend tout sauf le contenu des cellules. */
const SANS_CELLULES = lireMasque(
  Object.keys(TYPES.Spreadsheet)
    .filter((champ) => champ !== 'sheets')
    .concat(
      Object.keys(TYPES.Sheet)
        .filter((champ) => champ !== 'data')
        .map((champ) => `sheets.${champ}`),
    )
    .join(),
  'Spreadsheet',
);

const liste = <C extends string, T>(
  cle: C,
  xs: readonly T[],
): { readonly [K in C]?: readonly T[] } =>
  (xs.length > 0 ? { [cle]: xs } : {}) as { readonly [K in C]?: readonly T[] };

/** Le JSON de `spreadsheets.get`, réduit au masque ; avec `plages`, aux feuilles qu'elles touchent. */
export function lireClasseur(c: Classeur, masque: Masque, plages: readonly string[]): unknown {
  const zones = plages.map((texte) => resoudreA1(c, texte));
  const feuilles = c.feuilles.filter(
    (f) => zones.length === 0 || zones.some((z) => z.feuille === f),
  );
  const sheets = feuilles.map((f) => {
    const rectangles = zones.filter((z) => z.feuille === f).map((z) => z.rectangle);
    return montrerFeuille(c, f, masque, rectangles.length > 0 ? rectangles : [entiere(f)]);
  });
  const classeur: TypeGoogle<'Spreadsheet'> = {
    spreadsheetId: c.id,
    properties: c.proprietes,
    sheets,
    ...liste('namedRanges', c.plagesNommees.filter((n) => n.plage).map(montrerPlageNommee)),
    ...liste(
      'developerMetadata',
      c.metadonnees.filter((m) => m.location?.spreadsheet),
    ),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${c.id}/edit`,
  };
  return JSON.parse(JSON.stringify(projeter(classeur, masque)));
}

const entiere = (f: Feuille): Rectangle => ({
  ligne0: 0,
  ligne1: f.nbLignes,
  colonne0: 0,
  colonne1: f.nbColonnes,
});

function montrerFeuille(
  c: Classeur,
  f: Feuille,
  masque: Masque,
  zones: readonly Rectangle[],
): TypeGoogle<'Sheet'> {
  return {
    properties: montrerProprietes(c, f),
    ...(designe(masque, 'sheets', 'data')
      ? { data: zones.map((z) => donnees(c, f, masque, z)) }
      : {}),
    ...liste('merges', f.fusions),
    ...liste('conditionalFormats', f.formats),
    ...liste('protectedRanges', f.protections),
    ...(f.filtre ? { basicFilter: f.filtre } : {}),
    ...liste('charts', f.graphiques),
    ...liste(
      'developerMetadata',
      c.metadonnees.filter((m) => m.location?.sheetId === f.id),
    ),
    ...liste(
      'tables',
      f.tables.map((t) => montrerTable(f, t)),
    ),
  };
}

/** Rangées jusqu'à la dernière qui porte quelque chose ; dimensions sur toute la zone. */
function donnees(c: Classeur, f: Feuille, masque: Masque, z: Rectangle): TypeGoogle<'GridData'> {
  const formats = designe(masque, 'sheets', 'data', 'rowData', 'values', 'effectiveFormat');
  const rowData = designe(masque, 'sheets', 'data', 'rowData')
    ? f.rangees
        .slice(z.ligne0, z.ligne1)
        .map((r) => ligneDe(r?.slice(z.colonne0, z.colonne1) ?? [], formats))
    : [];
  while (rowData.length > 0 && !rowData.at(-1)?.values) rowData.pop();
  return {
    ...(z.ligne0 > 0 ? { startRow: z.ligne0 } : {}),
    ...(z.colonne0 > 0 ? { startColumn: z.colonne0 } : {}),
    ...liste('rowData', rowData),
    ...(designe(masque, 'sheets', 'data', 'rowMetadata')
      ? { rowMetadata: dimensions(c, f, 'ROWS', [z.ligne0, z.ligne1]) }
      : {}),
    ...(designe(masque, 'sheets', 'data', 'columnMetadata')
      ? { columnMetadata: dimensions(c, f, 'COLUMNS', [z.colonne0, z.colonne1]) }
      : {}),
  };
}

const CHAMPS = Object.keys(TYPES.CellData) as (keyof CelluleData)[];

/** Les champs d'une cellule dans l'ordre de leur déclaration, quel que soit celui des écritures. */
function enOrdre(cellule: CelluleData): CelluleData {
  return Object.fromEntries(CHAMPS.flatMap((c) => (c in cellule ? [[c, cellule[c]]] : [])));
}

/** @param formats le format effectif est demandé : ici, celui qu'on a donné à la cellule */
function ligneDe(
  cellules: readonly (CelluleData | undefined)[],
  formats: boolean,
): TypeGoogle<'RowData'> {
  const values = Array.from(cellules, (cellule) => {
    if (!cellule) return {};
    const { userEnteredFormat: format } = cellule;
    const effet = valeurEffective(cellule);
    return enOrdre({
      ...cellule,
      ...(effet ? { effectiveValue: effet } : {}),
      ...(formats && format ? { effectiveFormat: format } : {}),
    });
  });
  while (values.length > 0 && Object.keys(values.at(-1) ?? {}).length === 0) values.pop();
  return values.length > 0 ? { values } : {};
}

/** Les dimensions d'une zone, chacune avec ses métadonnées. */
function dimensions(
  c: Classeur,
  f: Feuille,
  genre: 'ROWS' | 'COLUMNS',
  [debut, fin]: readonly [number, number],
): Dimension[] {
  const gardees = genre === 'ROWS' ? f.lignes : f.colonnes;
  const parRang = new Map<number, Metadonnee[]>();
  for (const m of c.metadonnees) {
    const d = m.location?.dimensionRange;
    if (d?.dimension !== genre || (d.sheetId ?? 0) !== f.id) continue;
    const rang = d.startIndex ?? 0;
    parRang.set(rang, [...(parRang.get(rang) ?? []), m]);
  }
  return Array.from({ length: fin - debut }, (_, i) => ({
    pixelSize: PIXELS[genre],
    ...gardees[debut + i],
    ...liste('developerMetadata', parRang.get(debut + i) ?? []),
  }));
}
