import { lettreColonne } from '../../src/classeur/source';
import type {
  Cellule,
  FormatCellule,
  FormatNombre,
  RegleConditionnelle,
  Requete,
} from '../../src/sheets-api/rest';
import type { Alignement } from '../formats';
import type { Regle } from '../regles';
import { PALETTE } from '../palette';
import { formuleSheets } from './formule';
import { regleConditionnelle } from './regles';
import { aligner, couleur, filet, pixelsDeHauteur, pixelsDeLargeur, police } from './style';

/** L'aspect d'une cellule d'une page libre ; ce qui manque est l'ordinaire. */
export interface StyleLibre {
  readonly rvb?: string;
  readonly taille?: number;
  readonly gras?: boolean;
  readonly souligne?: boolean;
  readonly fond?: string;
  readonly filetBas?: string;
  readonly alignement?: Alignement;
  readonly repli?: boolean;
  readonly format?: FormatNombre;
}

/** Une cellule d'une page libre ; lignes à partir de 1, rangs à partir de 0. */
export interface CelluleLibre {
  readonly ligne: number;
  readonly rang: number;
  readonly valeur?: string | number | null;
  /** Grammaire à virgules, comme dans un `.xlsx`. */
  readonly formule?: string;
  /** L'onglet où mène un clic (identifiant Google). */
  readonly lien?: number;
  readonly style: StyleLibre;
  /** Mises en valeur de cette cellule ; `@` y désigne la cellule. */
  readonly regles?: readonly Regle[];
}

/** Une page qui n'est pas un tableau : des cellules déclarées, et rien d'autre. */
export interface PageLibre {
  /** Largeurs des colonnes, en caractères : la page occupe ces colonnes-là. */
  readonly largeurs: readonly number[];
  /** Hauteurs en points, par ligne ; absente : l'ordinaire. */
  readonly hauteurs: ReadonlyMap<number, number>;
  readonly cellules: readonly CelluleLibre[];
  /** Fusions, bornes comprises. */
  readonly fusions?: readonly {
    readonly ligne: number;
    readonly rang: number;
    readonly lignes: number;
    readonly colonnes: number;
  }[];
}

function formatLibre(style: StyleLibre, lien: number | undefined): FormatCellule {
  return {
    ...(style.format ? { numberFormat: style.format } : {}),
    ...(style.fond ? { backgroundColorStyle: couleur(style.fond) } : {}),
    ...(style.filetBas ? { borders: { bottom: filet(style.filetBas) } } : {}),
    ...aligner(style.alignement ?? 'left'),
    verticalAlignment: 'MIDDLE',
    ...(style.repli ? { wrapStrategy: 'WRAP' as const } : {}),
    textFormat: police(style.rvb ?? PALETTE.texte, {
      ...(style.taille ? { fontSize: style.taille } : {}),
      ...(style.gras ? { bold: true } : {}),
      ...(style.souligne ? { underline: true } : {}),
      ...(lien === undefined ? {} : { link: { uri: `#gid=${lien}` } }),
    }),
  };
}

function celluleLibre({ valeur, formule, lien, style }: CelluleLibre): Cellule {
  const saisie =
    formule !== undefined
      ? { formulaValue: formuleSheets(formule) }
      : typeof valeur === 'number'
        ? { numberValue: valeur }
        : valeur
          ? { stringValue: valeur }
          : undefined;
  return {
    ...(saisie ? { userEnteredValue: saisie } : {}),
    userEnteredFormat: formatLibre(style, lien),
  };
}

/**
 * La page entière, redessinée à sa place ; rien n'est touché hors de ses lignes et colonnes. `grille` :
 * la taille de l'onglet, s'il existe déjà.
 */
export function poserPage(
  page: PageLibre,
  sheetId: number,
  grille: { readonly rowCount?: number; readonly columnCount?: number } | undefined,
): Requete[] {
  const { largeurs, cellules, fusions = [] } = page;
  const hauteur = cellules.reduce((max, c) => Math.max(max, c.ligne), 0);
  const values = Array.from({ length: hauteur }, () => largeurs.map((): Cellule => ({})));
  for (const c of cellules) {
    const rangee = values[c.ligne - 1];
    if (rangee) rangee[c.rang] = celluleLibre(c);
  }
  const zone = (ligne: number, rang: number, lignes: number, colonnes: number) => ({
    sheetId,
    startRowIndex: ligne - 1,
    endRowIndex: ligne - 1 + lignes,
    startColumnIndex: rang,
    endColumnIndex: rang + colonnes,
  });
  const toute = zone(1, 0, hauteur, largeurs.length);
  const taille = (dimension: 'ROWS' | 'COLUMNS', rang: number, pixelSize: number): Requete => ({
    updateDimensionProperties: {
      range: { sheetId, dimension, startIndex: rang, endIndex: rang + 1 },
      properties: { pixelSize },
      fields: 'pixelSize',
    },
  });
  const agrandir = (
    dimension: 'ROWS' | 'COLUMNS',
    voulue: number,
    presente = voulue,
  ): Requete[] => {
    const length = voulue - presente;
    return length > 0 ? [{ appendDimension: { sheetId, dimension, length } }] : [];
  };
  return [
    ...agrandir('ROWS', hauteur, grille?.rowCount),
    ...agrandir('COLUMNS', largeurs.length, grille?.columnCount),
    ...largeurs.map((l, i) => taille('COLUMNS', i, pixelsDeLargeur(l))),
    ...[...page.hauteurs].map(([ligne, h]) => taille('ROWS', ligne - 1, pixelsDeHauteur(h))),
    // Un classeur venu d'un .xlsx a les fusions de son Accueil, qui cacheraient des cellules de celui-ci.
    { unmergeCells: { range: toute } },
    {
      updateCells: {
        range: toute,
        rows: values.map((v) => ({ values: v })),
        fields: 'userEnteredValue,userEnteredFormat',
      },
    },
    ...fusions.map((f): Requete => ({
      mergeCells: { range: zone(f.ligne, f.rang, f.lignes, f.colonnes), mergeType: 'MERGE_ALL' },
    })),
  ];
}

/** Les mises en valeur de la page, chacune sur sa cellule. */
export function reglesDePage({ cellules }: PageLibre, sheetId: number): RegleConditionnelle[] {
  return cellules.flatMap(({ ligne, rang, regles = [] }) =>
    regles.flatMap((regle) => {
      const formule = formuleSheets(regle.formule.replace(/@/g, `${lettreColonne(rang)}${ligne}`));
      const range = {
        sheetId,
        startRowIndex: ligne - 1,
        endRowIndex: ligne,
        startColumnIndex: rang,
        endColumnIndex: rang + 1,
      };
      return regleConditionnelle(regle, formule, [range]) ?? [];
    }),
  );
}
