import type { Border, Fill, Font, Style } from 'exceljs';
import type { AspectColonne } from '../../../../sheets-templates/onglet';
import { PALETTE, POLICE } from '../../../../sheets-templates/palette';
import type { Regle } from '../../../../sheets-templates/regles';

const argb = (rvb: string) => ({ argb: `FF${rvb}` });

export function police(options: Partial<Font> & { rvb?: string } = {}): Partial<Font> {
  const { rvb, ...reste } = options;
  return {
    name: POLICE.nom,
    family: 2,
    size: POLICE.taille,
    color: argb(rvb ?? PALETTE.texte),
    ...reste,
  };
}

export function fond(rvb: string): Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: argb(rvb), bgColor: argb(rvb) };
}

export const filet = (rvb: string): Partial<Border> => ({ style: 'thin', color: argb(rvb) });

/** Style par défaut d'une colonne : ce que l'on y tape prend aussitôt son format. */
export function styleColonne(colonne: AspectColonne): Partial<Style> {
  return {
    font: police({ rvb: colonne.couleur }),
    numFmt: colonne.format,
    alignment: {
      horizontal: colonne.alignement,
      vertical: colonne.vertical,
      // Pas de retrait à droite : LibreOffice l'applique une ligne sur deux.
      indent: colonne.alignement === 'left' ? 1 : 0,
      wrapText: colonne.retourALaLigne,
    },
    border: { bottom: filet(PALETTE.filet) },
    ...(colonne.fond ? { fill: fond(colonne.fond) } : {}),
  };
}

export function styleEntete(colonne: AspectColonne): Partial<Style> {
  return {
    font: police({ rvb: PALETTE.blanc, bold: true }),
    fill: fond(PALETTE.accent),
    numFmt: '@',
    alignment: {
      horizontal: colonne.alignement === 'right' ? 'center' : 'left',
      ...(colonne.alignement === 'right' ? {} : { indent: 1 }),
      vertical: 'middle',
      wrapText: true,
    },
  };
}

/** Style différentiel d'une mise en valeur. */
export function styleRegle(regle: Regle): Partial<Style> {
  const fonte: Partial<Font> = {
    ...(regle.couleur ? { color: argb(regle.couleur) } : {}),
    ...(regle.gras ? { bold: true } : {}),
    ...(regle.barre ? { strike: true } : {}),
  };
  return {
    ...(Object.keys(fonte).length > 0 ? { font: fonte } : {}),
    ...(regle.format ? { numFmt: regle.format } : {}),
  };
}
