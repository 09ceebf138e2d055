import ExcelJS from 'exceljs';
import type { CelluleBrute } from '../../src/classeur/source';
import type { LigneSource } from '../../src/import/source';

export interface FeuilleLue {
  readonly nom: string;
  readonly feuilles: readonly string[];
  readonly lignes: readonly LigneSource[];
}

/**
 * Ce qu'un import ne lit pas. exceljs déplie une liste déroulante cellule par cellule : celle d'une
 * colonne entière prendrait des gigaoctets.
 */
const SANS_VALEURS = [
  'dataValidations',
  'conditionalFormatting',
  'extLst',
  'drawing',
  'legacyDrawing',
  'picture',
  'tableParts',
];

/**
 * Lit un `.xlsx` étranger : la feuille demandée, sinon celle qui porte le nom de l'onglet, sinon la
 * première qui a un contenu. `null` : la feuille demandée n'existe pas.
 */
export async function lireClasseurEtranger(
  octets: Buffer,
  feuille: string | null,
  onglet: string | null,
): Promise<{ lue: FeuilleLue | null; feuilles: readonly string[] }> {
  const classeur = new ExcelJS.Workbook();
  await classeur.xlsx.load(octets as unknown as Parameters<typeof classeur.xlsx.load>[0], {
    ignoreNodes: SANS_VALEURS,
  });
  const feuilles = classeur.worksheets.map((f) => f.name);
  const nommee = (nom: string | null) =>
    classeur.worksheets.find((f) => f.name.toLowerCase() === nom?.toLowerCase());
  const choisie =
    feuille === null
      ? (nommee(onglet) ??
        classeur.worksheets.find((f) => f.actualRowCount > 0) ??
        classeur.worksheets[0])
      : nommee(feuille);
  if (!choisie) return { lue: null, feuilles };
  const lignes: LigneSource[] = [];
  choisie.eachRow({ includeEmpty: true }, (rangee, ligne) => {
    const cellules: CelluleBrute[] = [];
    rangee.eachCell({ includeEmpty: false }, (cellule, colonne) => {
      // une cellule fusionnée répète la première : seule la première compte
      if (cellule.isMerged && cellule.master !== cellule) return;
      cellules[colonne - 1] = valeurDe(cellule.value);
    });
    lignes.push({ ligne, cellules: Array.from(cellules, (c) => c ?? null) });
  });
  return { lue: { nom: choisie.name, feuilles, lignes }, feuilles };
}

/** Numéro de série du 1er janvier 1970. */
const SERIE_1970 = 25_569;

function valeurDe(valeur: ExcelJS.CellValue): CelluleBrute {
  if (valeur === null || valeur === undefined || typeof valeur !== 'object') return valeur ?? null;
  if (valeur instanceof Date) return valeur.getTime() / 86_400_000 + SERIE_1970;
  if ('error' in valeur) return { erreur: String(valeur.error) };
  if ('richText' in valeur) return valeur.richText.map((r) => r.text).join('');
  if ('hyperlink' in valeur) return texteDuLien(valeur);
  if ('result' in valeur) return valeurDe(valeur.result as ExcelJS.CellValue);
  if ('formula' in valeur || 'sharedFormula' in valeur) return null; // formule jamais calculée
  return String(valeur);
}

/** Le texte d'un lien peut lui-même être enrichi. */
function texteDuLien({ text, hyperlink }: ExcelJS.CellHyperlinkValue): string {
  const texte: unknown = text;
  if (typeof texte === 'string') return texte;
  const lu = valeurDe(texte as ExcelJS.CellValue);
  return typeof lu === 'string' ? lu : hyperlink;
}
