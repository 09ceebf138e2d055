import type { Cellule, FormatCellule, FormatNombre } from '../../../src/sheets-api/rest';
import { PALETTE } from '../../palette';
import type { CelluleLibre, StyleLibre } from '../../tableau/page-libre';
import type { Lieux } from '../lieux';
import { aligner, couleur, filet, police } from '../style';
import { formuleVivante } from './formules';

/** `#,##0\ "€"` → `#,##0" ""€"` ; la langue d'une date est celle du classeur. */
export function formatGoogle(format: string | undefined): FormatNombre | undefined {
  if (format === undefined || format === 'General') return undefined;
  const pattern = format.replace(/^\[\$-[0-9A-F]+\]/, '').replace(/\\(.)/g, '"$1"');
  if (pattern === '@') return { type: 'TEXT', pattern };
  const nu = pattern.replace(/"[^"]*"/g, '');
  if (/[dmy]/.test(nu)) return { type: /h/.test(nu) ? 'DATE_TIME' : 'DATE', pattern };
  return { type: nu.includes('%') ? 'PERCENT' : 'NUMBER', pattern };
}

const VERTICAUX = { top: 'TOP', middle: 'MIDDLE', bottom: 'BOTTOM' } as const;

function formatVivant(s: StyleLibre): FormatCellule {
  const numberFormat = formatGoogle(s.format);
  const filets = {
    ...(s.filetHaut ? { top: filet(s.filetHaut) } : {}),
    ...(s.filetBas ? { bottom: filet(s.filetBas) } : {}),
  };
  return {
    ...(numberFormat ? { numberFormat } : {}),
    ...(s.fond ? { backgroundColorStyle: couleur(s.fond) } : {}),
    ...(Object.keys(filets).length > 0 ? { borders: filets } : {}),
    ...aligner(s.alignement ?? 'left'),
    verticalAlignment: VERTICAUX[s.vertical ?? 'middle'],
    ...(s.retourALaLigne ? { wrapStrategy: 'WRAP' as const } : {}),
    textFormat: police(s.couleur ?? PALETTE.texte, {
      ...(s.taille ? { fontSize: s.taille } : {}),
      ...(s.gras ? { bold: true } : {}),
      ...(s.italique ? { italic: true } : {}),
      ...(s.souligne ? { underline: true } : {}),
    }),
  };
}

export interface Ou {
  readonly lieux: Lieux;
  /** L'identifiant d'un onglet, par son nom déclaré. */
  readonly gid: (onglet: string) => number;
}

function saisieDe(c: CelluleLibre, { lieux, gid }: Ou): Cellule['userEnteredValue'] {
  if (c.formule !== undefined) return { formulaValue: formuleVivante(c.formule, lieux) };
  if (c.lien) {
    const { onglet, ligne, texte } = c.lien;
    const adresse = `"#gid=${gid(onglet)}&range=A"&${ligne}`;
    const formule = `IF(${ligne}="","",HYPERLINK(${adresse},"${texte}"))`;
    return { formulaValue: formuleVivante(formule, lieux) };
  }
  if (c.nombre !== undefined) return { numberValue: c.nombre };
  return c.texte ? { stringValue: c.texte } : undefined;
}

/** Ce qui dessine les cellules d'une page ; deux styles égaux donnent le même format, fait une fois. */
export function dessinateur(ou: Ou): (c: CelluleLibre) => Cellule {
  const formats = new Map<string, FormatCellule>();
  return (c) => {
    const cle = JSON.stringify(c.style);
    const userEnteredFormat = formats.get(cle) ?? formatVivant(c.style);
    formats.set(cle, userEnteredFormat);
    const userEnteredValue = saisieDe(c, ou);
    return { ...(userEnteredValue ? { userEnteredValue } : {}), userEnteredFormat };
  };
}
