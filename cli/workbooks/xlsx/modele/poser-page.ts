import type { Style, Workbook, Worksheet } from 'exceljs';
import type {
  CelluleLibre,
  PageLibre,
  StyleLibre,
} from '../../../../sheets-templates/tableau/page-libre';
import { POLICE } from '../../../../sheets-templates/palette';
import { citer } from '../../../../sheets-templates/references';
import { lettreColonne } from '../../../../src/classeur/source';
import { miseEnPage, placer } from './mise-en-page';
import { regleDeSaisie } from './poser-validations';
import { filet, fond, police, styleRegle } from './styles';

/** Un nom du classeur et la cellule, ou la plage, qu'il désigne. */
export type NomDefini = readonly [nom: string, reference: string];

function styleLibre(s: StyleLibre): Partial<Style> {
  return {
    font: police({
      size: s.taille ?? POLICE.taille,
      ...(s.couleur ? { rvb: s.couleur } : {}),
      ...(s.gras ? { bold: true } : {}),
      ...(s.italique ? { italic: true } : {}),
      ...(s.souligne ? { underline: true } : {}),
    }),
    ...(s.format ? { numFmt: s.format } : {}),
    ...(s.fond ? { fill: fond(s.fond) } : {}),
    alignment: {
      horizontal: s.alignement ?? 'left',
      vertical: s.vertical ?? 'middle',
      wrapText: s.retourALaLigne ?? false,
    },
    border: {
      ...(s.filetHaut ? { top: filet(s.filetHaut) } : {}),
      ...(s.filetBas ? { bottom: filet(s.filetBas) } : {}),
    },
  };
}

const adresse = (c: CelluleLibre): string => `${lettreColonne(c.colonne - 1)}${c.ligne}`;

function poserCellule(feuille: Worksheet, c: CelluleLibre): void {
  const cellule = feuille.getCell(adresse(c));
  const derniere = `${lettreColonne(c.colonne + (c.colonnes ?? 1) - 2)}${c.ligne + (c.lignes ?? 1) - 1}`;
  const style = styleLibre(c.style);
  if (derniere !== adresse(c)) {
    // Le filet d'une fusion se dessine sur chacune de ses cellules.
    for (let k = 0; k < (c.colonnes ?? 1); k++)
      feuille.getCell(c.ligne, c.colonne + k).style = style;
    feuille.mergeCells(`${adresse(c)}:${derniere}`);
  }
  cellule.style = style;
  if (c.formule !== undefined) cellule.value = { formula: c.formule, date1904: false };
  else if (c.lien) {
    const { onglet, ligne, texte } = c.lien;
    const cible = `"#${citer(onglet)}!A"&${ligne}`;
    cellule.value = {
      formula: `IF(${ligne}="","",HYPERLINK(${cible},"${texte}"))`,
      date1904: false,
    };
  } else cellule.value = c.nombre ?? (c.texte === '' ? null : (c.texte ?? null));
  if (c.liste) {
    cellule.dataValidation = regleDeSaisie({
      genre: 'liste',
      nom: c.liste,
      titre: 'Choix',
      message: c.aide ?? '',
      stricte: false,
    });
  }
}

/** Dessine une page libre ; rend les noms qu'elle donne à ses cellules. */
export async function poserPage(
  classeur: Workbook,
  page: PageLibre,
  rang: number,
): Promise<NomDefini[]> {
  const { pageSetup, headerFooter } = miseEnPage(page.nom, 1);
  const { printTitlesRow: _, ...reglages } = pageSetup;
  const colonnesImprimees =
    page.impression === 'page' ? page.largeurs.length : page.impression.colonnes;
  const derniere = Math.max(
    ...page.cellules.filter((c) => c.colonne <= colonnesImprimees).map((c) => c.ligne),
  );
  const feuille = classeur.addWorksheet(page.nom, {
    properties: { tabColor: { argb: `FF${page.couleur}` } },
    views: [{ state: 'normal', showGridLines: false, activeCell: 'A1' }],
    pageSetup: {
      ...reglages,
      fitToHeight: page.impression === 'page' ? 1 : 0,
      horizontalCentered: true,
      printArea: `A1:${lettreColonne(colonnesImprimees - 1)}${derniere}`,
    },
    headerFooter,
  });
  placer(feuille, rang);
  feuille.columns = page.largeurs.map((width) => ({ width, style: { font: police() } }));
  for (const [ligne, hauteur] of Object.entries(page.hauteurs)) {
    feuille.getRow(Number(ligne)).height = hauteur;
  }
  for (const c of page.cellules) poserCellule(feuille, c);
  page.regles.forEach(({ plage, condition, ...aspect }, i) => {
    feuille.addConditionalFormatting({
      ref: plage,
      rules: [
        {
          type: 'expression',
          priority: i + 1,
          formulae: [condition],
          style: styleRegle({ formule: '', ...aspect }),
        },
      ],
    });
  });
  if (page.protegee)
    await feuille.protect('', { selectLockedCells: true, selectUnlockedCells: true });
  return page.cellules.flatMap((c) =>
    c.nom
      ? [[c.nom, `${citer(page.nom)}!$${lettreColonne(c.colonne - 1)}$${c.ligne}`] as const]
      : [],
  );
}
