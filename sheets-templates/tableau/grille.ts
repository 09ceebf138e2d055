import { PALETTE } from '../palette';
import { REPERES } from './cadre-chiffres';
import type { CelluleLibre, StyleLibre } from './page-libre';
import { resoudre } from './resoudre';

/** Les lignes de la page : les cartes, puis quatre bandes (question, définition, contenu). */
export const LIGNES = {
  titre: 2,
  sousTitre: 3,
  cartes: 5,
  courbes: 9,
  bandeA: 12,
  bandeB: 23,
  bandeC: 32,
  bandeD: 44,
  fin: 55,
} as const;

const PREMIERE_COLONNE = 2;
/** Cinq cartes de quatre colonnes, séparées par une colonne étroite : toute la page suit cette grille. */
export const LARGEUR_CARTE = 4;
export const CARTES_EN_LARGEUR = 5;
export const DEUX_CARTES = LARGEUR_CARTE * 2 + 1;
export const colonneDeCarte = (i: number): number => PREMIERE_COLONNE + i * (LARGEUR_CARTE + 1);

/** Où commencent les lignes des deux tableaux que des graphiques dessinent. */
export const TABLE_PREVISIONS = { colonne: colonneDeCarte(1), ligne: LIGNES.bandeB + 3 } as const;
export const TABLE_AGES = { colonne: colonneDeCarte(3), ligne: LIGNES.bandeB + 3 } as const;

export const EUROS = '#,##0\\ "€"';
export const POURCENT = '0\\ %';
export const ENTIER = '#,##0';
export const DECIMAL = '0.0';

export const TEXTE: StyleLibre = { couleur: PALETTE.texte, taille: 9, vertical: 'middle' };
export const GRIS: StyleLibre = { ...TEXTE, couleur: PALETTE.discret, taille: 8 };
export const DEFINITION: StyleLibre = {
  ...GRIS,
  taille: 7,
  vertical: 'top',
  retourALaLigne: true,
};
const QUESTION: StyleLibre = {
  ...TEXTE,
  taille: 11,
  gras: true,
  couleur: PALETTE.accent,
  filetHaut: PALETTE.accent,
};
const ENTETE: StyleLibre = { ...GRIS, filetBas: PALETTE.filet };
export const LIGNE: StyleLibre = { ...TEXTE, filetBas: PALETTE.filet };

export const aDroite = (style: StyleLibre, format?: string): StyleLibre => ({
  ...style,
  alignement: 'right',
  ...(format ? { format } : {}),
});

export const texte = (
  ligne: number,
  colonne: number,
  t: string,
  style: StyleLibre,
  reste: Partial<CelluleLibre> = {},
): CelluleLibre => ({ ligne, colonne, texte: t, style, ...reste });

export const calcul = (
  ligne: number,
  colonne: number,
  formule: string,
  style: StyleLibre,
  reste: Partial<CelluleLibre> = {},
): CelluleLibre => ({ ligne, colonne, formule: resoudre(formule, REPERES), style, ...reste });

/** Un bloc : la question qu'il pose, et ce que ses chiffres veulent dire. */
export function bloc(
  ligne: number,
  carte: number,
  cartes: 1 | 2,
  question: string,
  definition: string,
): CelluleLibre[] {
  const large = { colonnes: cartes === 1 ? LARGEUR_CARTE : DEUX_CARTES };
  const colonne = colonneDeCarte(carte);
  return [
    texte(ligne, colonne, question, QUESTION, large),
    texte(ligne + 1, colonne, definition, DEFINITION, large),
  ];
}

/** La colonne d'un petit tableau ; `largeur` en colonnes de la page. */
export interface ColonneDeTableau {
  readonly titre: string;
  readonly largeur?: number;
  readonly format?: string;
  readonly style?: StyleLibre;
}

/** Un petit tableau : une ligne d'en-tête (si les colonnes ont un titre), puis une ligne par formules. */
export function tableau(
  ligne: number,
  colonne: number,
  colonnes: readonly ColonneDeTableau[],
  lignes: readonly (readonly string[])[],
): CelluleLibre[] {
  const departs = colonnes.map((_, i) =>
    colonnes.slice(0, i).reduce((c, x) => c + (x.largeur ?? 1), colonne),
  );
  const style = (base: StyleLibre, c: ColonneDeTableau): StyleLibre =>
    c.format ? aDroite({ ...base, ...c.style }, c.format) : { ...base, ...c.style };
  const place = (i: number) => ({ colonnes: colonnes[i]?.largeur ?? 1 });
  const avecEntete = colonnes.some((c) => c.titre !== '');
  const entetes = avecEntete
    ? colonnes.map((c, i) =>
        texte(ligne, departs[i] ?? colonne, c.titre, c.format ? aDroite(ENTETE) : ENTETE, place(i)),
      )
    : [];
  const premiere = avecEntete ? ligne + 1 : ligne;
  return [
    ...entetes,
    ...lignes.flatMap((formules, k) =>
      formules.map((formule, i) =>
        calcul(
          premiere + k,
          departs[i] ?? colonne,
          formule,
          style(LIGNE, colonnes[i] ?? { titre: '' }),
          place(i),
        ),
      ),
    ),
  ];
}
