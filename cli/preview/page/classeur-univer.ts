import type {
  IBorderData,
  ICellData,
  IStyleData,
  IWorkbookData,
  IWorksheetData,
} from '@univerjs/core';
import { BooleanNumber, CellValueType, LocaleType } from '@univerjs/core';
import type { CelluleVue, ClasseurVu, OngletVu, StyleVu, ValeurVue } from '../protocole';
import { idOnglet } from './identifiants';
import { ressources } from './ressources';

const HORIZONTAL = { left: 1, center: 2, right: 3 } as const;
const VERTICAL = { top: 1, middle: 2, bottom: 3 } as const;
const RENVOI = 3;
const FILET_FIN = 1;
/** Les polices que toute machine a ; les autres se montrent en Arial. */
const POLICES = new Set(['Arial', 'Courier New', 'Georgia', 'Times New Roman', 'Verdana']);
/** Écart entre le bord et le texte, en pixels, et ce qu'ajoute chaque retrait. */
const MARGE = 3;
const RETRAIT = 6;

const idStyle = (style: number): string => `s${style}`;

/** Le classeur tel que la grille l'affiche. */
export function versUniver(vu: ClasseurVu, id: string): IWorkbookData {
  return {
    id,
    name: vu.nom,
    appVersion: '0.25.1',
    locale: LocaleType.FR_FR,
    styles: Object.fromEntries(vu.styles.map((s, i) => [idStyle(i), versStyle(s)])),
    sheetOrder: vu.onglets.map((_, i) => idOnglet(i)),
    sheets: Object.fromEntries(vu.onglets.map((o, i) => [idOnglet(i), versFeuille(o, i)])),
    resources: ressources(vu),
  };
}

/** L'aspect d'une cellule, comme la grille l'écrit. */
export function versStyle(s: StyleVu): IStyleData {
  const filets: IBorderData = {
    ...(s.filetBas ? { b: { s: FILET_FIN, cl: { rgb: `#${s.filetBas}` } } } : {}),
    ...(s.filetHaut ? { t: { s: FILET_FIN, cl: { rgb: `#${s.filetHaut}` } } } : {}),
  };
  const marge = MARGE + (s.retrait ?? 0) * RETRAIT;
  return {
    ff: POLICES.has(s.police ?? '') ? s.police : 'Arial',
    fs: s.taille ?? 10,
    vt: VERTICAL[s.vertical ?? 'bottom'],
    ...(s.horizontal ? { ht: HORIZONTAL[s.horizontal] } : {}),
    ...(s.gras ? { bl: BooleanNumber.TRUE } : {}),
    ...(s.italique ? { it: BooleanNumber.TRUE } : {}),
    ...(s.souligne ? { ul: { s: BooleanNumber.TRUE } } : {}),
    ...(s.barre ? { st: { s: BooleanNumber.TRUE } } : {}),
    ...(s.couleur ? { cl: { rgb: `#${s.couleur}` } } : {}),
    ...(s.fond ? { bg: { rgb: `#${s.fond}` } } : {}),
    ...(s.replie ? { tb: RENVOI } : {}),
    ...(s.format ? { n: { pattern: s.format } } : {}),
    ...(s.filetBas || s.filetHaut ? { bd: filets } : {}),
    pd: s.horizontal === 'right' ? { r: marge, l: MARGE } : { l: marge, r: MARGE },
  };
}

function versFeuille(o: OngletVu, rang: number): Partial<IWorksheetData> {
  const { lignes, colonnes } = o.figees;
  return {
    id: idOnglet(rang),
    name: o.nom,
    hidden: o.masque ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    tabColor: o.couleur ? `#${o.couleur}` : '',
    freeze: {
      xSplit: colonnes,
      ySplit: lignes,
      startRow: lignes > 0 ? lignes : -1,
      startColumn: colonnes > 0 ? colonnes : -1,
    },
    rowCount: o.lignes,
    columnCount: o.colonnes.length,
    defaultRowHeight: o.hauteur,
    defaultColumnWidth: 64,
    showGridlines: o.quadrillage ? BooleanNumber.TRUE : BooleanNumber.FALSE,
    mergeData: o.fusions.map(([l1, c1, l2, c2]) => ({
      startRow: l1 - 1,
      startColumn: c1,
      endRow: l2 - 1,
      endColumn: c2,
    })),
    columnData: Object.fromEntries(
      o.colonnes.map((c, i) => [
        i,
        { w: c.largeur, s: idStyle(c.style), ...(c.masquee ? { hd: BooleanNumber.TRUE } : {}) },
      ]),
    ),
    rowData: Object.fromEntries(
      o.hauteurs.map(([ligne, h]) => [ligne - 1, { h, ia: BooleanNumber.FALSE }]),
    ),
    cellData: Object.fromEntries(
      o.rangees.map(([ligne, ...cellules]) => [
        ligne - 1,
        Object.fromEntries(cellules.map((c) => [c[0], versCellule(c)])),
      ]),
    ),
  };
}

function versCellule([, style, valeur, formule]: CelluleVue): ICellData {
  return { s: idStyle(style), ...contenuUniver(valeur, formule) };
}

/** Ce qu'une cellule contient, sans son aspect. */
export function contenuUniver(valeur: ValeurVue, formule?: string): ICellData {
  const f = formule === undefined ? {} : { f: formule };
  if (valeur === null) return { v: null, t: null, ...f };
  if (typeof valeur === 'number') return { v: valeur, t: CellValueType.NUMBER, ...f };
  if (typeof valeur === 'boolean') return { v: valeur ? 1 : 0, t: CellValueType.BOOLEAN, ...f };
  return { v: valeur, t: CellValueType.STRING, ...f };
}
