import { ONGLET_CHIFFRES } from '../../src/tableau-de-bord/onglets';
import { lettreColonne } from '../../src/classeur/source';
import { FORMATS } from '../formats';
import { PALETTE } from '../palette';
import type { Chiffre } from './chiffre';
import { MOTIFS_COMPTES } from './chiffre';
import type { CelluleLibre, StyleLibre } from './page-libre';
import { PARAMETRES_VIVANTS, SUSPECTS } from './parametres';
import { REPERES_REPARTITION } from './repartition';
import { resoudre, type Reperes } from './resoudre';
import { MOIS_SUIVIS } from './series';

export const COLONNE_PARAMETRES = 9;
/** Sous les séries. */
export const LIGNE_PERSONNES = MOIS_SUIVIS + 7;
export const PERSONNES = 12;
export const LIGNE_MOTIFS = LIGNE_PERSONNES + PERSONNES + 5;
export const LIGNE_SEGMENTS = LIGNE_MOTIFS + MOTIFS_COMPTES.length + 4;
export const SEGMENTS = 12;
export const COLONNE_LISTES = 50;
export const MOIS_PROPOSES = 48;

const place = (colonne: number, ligne: number): string =>
  `${ONGLET_CHIFFRES}!$${lettreColonne(colonne - 1)}$${ligne}`;
export const plage = (colonne: number, de: number, a: number): string =>
  `${place(colonne, de)}:$${lettreColonne(colonne - 1)}$${a}`;

export const REPERES: Reperes = new Map([
  ...PARAMETRES_VIVANTS.map(
    ([repere], i) => [repere, place(COLONNE_PARAMETRES + 1, i + 3)] as const,
  ),
  ...REPERES_REPARTITION,
  ['suspects', plage(COLONNE_LISTES, 3, 2 + SUSPECTS)],
]);

/** Les plages nommées : chaque chiffre, et la liste des mois proposés. */
export const NOM_LISTE_MOIS = 'TB_listeMois';

export const CADRE: StyleLibre = { couleur: PALETTE.texte, vertical: 'middle' };
export const ENTETE: StyleLibre = {
  ...CADRE,
  gras: true,
  couleur: PALETTE.blanc,
  fond: PALETTE.accent,
};
export const TITRE: StyleLibre = { ...CADRE, gras: true, taille: 12, couleur: PALETTE.accent };
export const GRIS: StyleLibre = { ...CADRE, taille: 9, couleur: PALETTE.discret };

/** Le format d'un nombre décimal : deux chiffres au plus suffisent à l'œil ; la cellule garde tout. */
const FORMAT_UNITE: Readonly<Record<Chiffre['unite'], string>> = {
  montant: FORMATS.montant,
  taux: FORMATS.taux,
  nombre: FORMATS.nombre,
  jours: FORMATS.nombre,
  texte: 'General',
};

export const valeur = (unite: Chiffre['unite']): StyleLibre => ({
  ...CADRE,
  format: FORMAT_UNITE[unite],
  alignement: unite === 'texte' ? 'left' : 'right',
});

export const texte = (
  ligne: number,
  colonne: number,
  t: string,
  style: StyleLibre,
): CelluleLibre => ({
  ligne,
  colonne,
  texte: t,
  style,
});
export const calcul = (
  ligne: number,
  colonne: number,
  formule: string,
  style: StyleLibre,
  nom?: string,
): CelluleLibre => ({
  ligne,
  colonne,
  formule: resoudre(formule, REPERES),
  style,
  ...(nom ? { nom } : {}),
});
