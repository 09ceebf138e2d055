import type { CelluleData, Classeur, Feuille, Rangee } from '../emulateur/modele';
import type { TypeGoogle } from '../emulateur/schema/types';
import type { CelluleVue, OngletVu, RangeeVue, StyleVu } from '../protocole';
import { codeDe } from './formats-sheets';
import type { Cellules } from './grille';
import { hauteurPour, type TexteReplie } from './hauteurs';
import { caracteres } from './mesures';

/** Ligne et colonne que personne n'a changées, en pixels. */
const HAUTEUR = 21;
const LARGEUR = 100;
const COLONNES = 12;
const LIGNES_LIBRES = 50;

const ALIGNEMENTS = { LEFT: 'left', CENTER: 'center', RIGHT: 'right' } as const;
const VERTICAUX = { TOP: 'top', MIDDLE: 'middle', BOTTOM: 'bottom' } as const;

/**
 * Un onglet tel que Sheets le montrerait, contenu et aspect : l'Accueil, que le module refait à sa
 * façon et qui n'est pas celui du fichier. `styles` reçoit ceux qu'il faut ajouter.
 */
export function vueEmulee(
  etat: Classeur,
  feuille: Feuille,
  cellules: Cellules,
  styles: StyleVu[],
): OngletVu {
  const { title: nom = '', gridProperties, tabColorStyle, tabColor } = feuille.proprietes;
  const rangs = new Map<string, number>();
  const styleDe = (cellule: CelluleData | undefined): number => {
    const style = styleVu(cellule?.userEnteredFormat ?? {});
    const cle = JSON.stringify(style);
    const rang = rangs.get(cle) ?? styles.push(style) - 1;
    rangs.set(cle, rang);
    return rang;
  };
  const nu = styleDe(undefined);
  return {
    nom,
    masque: feuille.proprietes.hidden === true,
    couleur: rvb(tabColorStyle?.rgbColor ?? tabColor),
    quadrillage: gridProperties?.hideGridlines !== true,
    figees: {
      lignes: gridProperties?.frozenRowCount ?? 0,
      colonnes: gridProperties?.frozenColumnCount ?? 0,
    },
    hauteur: HAUTEUR,
    hauteurs: feuille.rangees.map((rangee, l) => [
      l + 1,
      feuille.lignes[l]?.pixelSize ?? hauteurPour(textesReplies(feuille, rangee), HAUTEUR),
    ]),
    colonnes: Array.from({ length: COLONNES }, (_, rang) => ({
      largeur: feuille.colonnes[rang]?.pixelSize ?? LARGEUR,
      style: nu,
      masquee: feuille.colonnes[rang]?.hiddenByUser === true,
    })),
    lignes: feuille.rangees.length + LIGNES_LIBRES,
    rangees: feuille.rangees.flatMap((rangee, l): RangeeVue[] => {
      const vues = Array.from(rangee ?? [], (cellule, rang): CelluleVue => {
        const { valeur = null, formule } = cellules[l]?.[rang] ?? {};
        const style = styleDe(cellule);
        return formule === undefined ? [rang, style, valeur] : [rang, style, valeur, formule];
      });
      return vues.length > 0 ? [[l + 1, ...vues]] : [];
    }),
    fusions: feuille.fusions.map((p) => [
      (p.startRowIndex ?? 0) + 1,
      p.startColumnIndex ?? 0,
      p.endRowIndex ?? 1,
      (p.endColumnIndex ?? 1) - 1,
    ]),
    liens: liensDe(etat, feuille),
    listes: [],
    regles: [],
  };
}

/** Google ajuste seul la hauteur d'une ligne dont le texte se replie. */
function textesReplies(feuille: Feuille, rangee: Rangee = []): TexteReplie[] {
  return rangee.flatMap((cellule, rang) => {
    const texte = cellule?.userEnteredValue?.stringValue;
    if (texte === undefined || cellule?.userEnteredFormat?.wrapStrategy !== 'WRAP') return [];
    const pixels = feuille.colonnes[rang]?.pixelSize ?? LARGEUR;
    return [{ texte, largeur: caracteres(pixels) }];
  });
}

const hexa = (canal: number): string =>
  Math.round(canal * 255)
    .toString(16)
    .padStart(2, '0');

function rvb(couleur: TypeGoogle<'Color'> | undefined): string | null {
  if (!couleur) return null;
  const { red = 0, green = 0, blue = 0 } = couleur;
  return `${hexa(red)}${hexa(green)}${hexa(blue)}`.toUpperCase();
}

const couleurDe = (
  style: TypeGoogle<'ColorStyle'> | undefined,
  ancienne: TypeGoogle<'Color'> | undefined,
): string | null => rvb(style?.rgbColor ?? ancienne);

function styleVu(f: TypeGoogle<'CellFormat'>): StyleVu {
  const { textFormat: t = {}, borders } = f;
  const couleur = couleurDe(t.foregroundColorStyle, t.foregroundColor);
  const fond = couleurDe(f.backgroundColorStyle, f.backgroundColor);
  const bas = couleurDe(borders?.bottom?.colorStyle, borders?.bottom?.color);
  const horizontal = ALIGNEMENTS[f.horizontalAlignment as keyof typeof ALIGNEMENTS];
  const vertical = VERTICAUX[f.verticalAlignment as keyof typeof VERTICAUX];
  return {
    ...(t.bold ? { gras: true } : {}),
    ...(t.italic ? { italique: true } : {}),
    ...(t.underline ? { souligne: true } : {}),
    ...(t.strikethrough ? { barre: true } : {}),
    ...(t.fontFamily ? { police: t.fontFamily } : {}),
    ...(t.fontSize ? { taille: t.fontSize } : {}),
    ...(couleur ? { couleur } : {}),
    ...(fond && fond !== 'FFFFFF' ? { fond } : {}),
    ...(horizontal ? { horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(f.wrapStrategy === 'WRAP' ? { replie: true } : {}),
    ...(f.numberFormat?.pattern ? { format: codeDe(f.numberFormat.pattern) } : {}),
    ...(bas ? { filetBas: bas } : {}),
  };
}

/** `#gid=12` ou `#gid=12&range=A3` : une cellule d'un onglet. */
const LIEN = /^#gid=(\d+)(?:&range=([A-Z]+)(\d+))?/;

function liensDe(etat: Classeur, feuille: Feuille): OngletVu['liens'] {
  return feuille.rangees.flatMap((rangee, l) =>
    Array.from(rangee ?? [], (cellule, rang) => {
      const uri =
        cellule?.userEnteredFormat?.textFormat?.link?.uri ??
        cellule?.textFormatRuns?.find((r) => r.format?.link)?.format?.link?.uri;
      const [, gid, , ligne = '1'] = LIEN.exec(uri ?? '') ?? [];
      const cible = etat.feuilles.find((f) => String(f.id) === gid)?.proprietes.title;
      return cible === undefined
        ? null
        : ([l + 1, rang, { onglet: cible, ligne: Number(ligne), colonne: 1 }] as const);
    }).filter((lien) => lien !== null),
  );
}
