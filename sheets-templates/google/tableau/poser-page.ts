import type { OngletJson, PlageNommeeJson } from '../../../src/sheets-api/reponses';
import type { PlageGrille, RegleConditionnelle, Requete } from '../../../src/sheets-api/rest';
import { lettreColonne } from '../../../src/classeur/source';
import { nomsDesChiffres } from '../../tableau/chiffres';
import type { CelluleLibre, PageLibre, RegleLibre } from '../../tableau/page-libre';
import { formuleSheets } from '../formule';
import { nommerPlage } from '../nommer-plage';
import { poserRegles, regleConditionnelle } from '../regles';
import { pixelsDeHauteur, pixelsDeLargeur } from '../style';
import { conditionDeListe } from '../validations';
import { dessinateur, type Ou } from './cellules';
import { ecrireCellules, zone } from './ecrire-cellules';
import { PAGE } from './places';
import { tailler } from './suites';

export interface Feuille {
  readonly sheetId: number;
  /** L'onglet tel qu'il est ; absent, il sera créé. */
  readonly json: OngletJson | undefined;
  readonly noms: readonly PlageNommeeJson[];
}

const place = ({ ligne, colonne }: CelluleLibre): string => `${ligne} ${colonne}`;

/**
 * La page entière, redessinée à sa place. Ce que l'utilisateur y a choisi dans une liste reste :
 * la cellule garde son contenu si son nom la désigne déjà.
 */
export function poserPageVivante(page: PageLibre, feuille: Feuille, ou: Ou): Requete[] {
  const { sheetId, json, noms } = feuille;
  const grille = json?.properties?.gridProperties ?? PAGE;
  const hauteur = Math.max(...page.cellules.map((c) => c.ligne));
  const largeur = page.largeurs.length;
  const estNommee = (c: CelluleLibre): boolean =>
    noms.some(
      ({ name, range }) => name === c.nom && memePlace(range, zone(sheetId, c.ligne, c.colonne)),
    );
  const choisies = new Set(page.cellules.filter((c) => c.liste && estNommee(c)).map(place));
  const vivante = dessinateur(ou);
  const posees = page.cellules.map((c) => ({
    ligne: c.ligne,
    colonne: c.colonne,
    cellule: vivante(c),
  }));
  const largeurs = new Map(page.largeurs.map((l, i) => [i, pixelsDeLargeur(l)]));
  const hauteurs = new Map(
    Object.entries(page.hauteurs).map(([ligne, h]) => [Number(ligne) - 1, pixelsDeHauteur(h)]),
  );
  return [
    ...agrandir(sheetId, 'ROWS', hauteur, grille.rowCount),
    ...agrandir(sheetId, 'COLUMNS', largeur, grille.columnCount),
    ...tailler(sheetId, 'COLUMNS', largeurs),
    ...tailler(sheetId, 'ROWS', hauteurs),
    { unmergeCells: { range: zone(sheetId, 1, 1, hauteur, largeur) } },
    ...ecrireCellules(sheetId, { hauteur, largeur }, posees, choisies),
    ...page.cellules.flatMap((c): Requete[] => {
      const { colonnes = 1, lignes: hautes = 1 } = c;
      if (colonnes * hautes === 1) return [];
      const range = zone(sheetId, c.ligne, c.colonne, hautes, colonnes);
      return [{ mergeCells: { range, mergeType: 'MERGE_ALL' } }];
    }),
    ...page.cellules.flatMap((c) => saisieDe(c, sheetId, ou)),
    ...poserRegles(
      sheetId,
      page.regles.flatMap((r) => regleDe(r, sheetId)),
      json?.conditionalFormats ?? [],
    ),
    ...page.cellules.flatMap((c) =>
      c.nom ? nommerPlage(noms, c.nom, zone(sheetId, c.ligne, c.colonne)) : [],
    ),
  ];
}

const memePlace = (a: PlageGrille | undefined, b: PlageGrille): boolean =>
  a !== undefined &&
  a.sheetId === b.sheetId &&
  (a.startRowIndex ?? 0) === b.startRowIndex &&
  (a.startColumnIndex ?? 0) === b.startColumnIndex;

export function agrandir(
  sheetId: number,
  dimension: 'ROWS' | 'COLUMNS',
  voulue: number,
  presente: number = voulue,
): Requete[] {
  const length = voulue - presente;
  return length > 0 ? [{ appendDimension: { sheetId, dimension, length } }] : [];
}

/** La liste déroulante d'une cellule : une liste de la page « Chiffres », ou celle d'un onglet. */
function saisieDe(c: CelluleLibre, sheetId: number, { lieux }: Ou): Requete[] {
  if (!c.liste) return [];
  const chiffres = nomsDesChiffres().find(([nom]) => nom === c.liste);
  const condition = chiffres
    ? { type: 'ONE_OF_RANGE' as const, values: [{ userEnteredValue: `=${chiffres[1]}` }] }
    : conditionDeListe(c.liste, lieux);
  const rule = { condition, inputMessage: c.aide ?? '', strict: false, showCustomUi: true };
  return [{ setDataValidation: { range: zone(sheetId, c.ligne, c.colonne), rule } }];
}

const BORNES = /^([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?$/;
const rangDeLettre = (lettres: string): number => {
  for (let i = 0; i < 702; i++) if (lettreColonne(i) === lettres) return i + 1;
  throw new RangeError(`Colonne inconnue : ${lettres}`);
};

/** Une mise en valeur de Sheets ne voit les cellules d'un autre onglet que par INDIRECT. */
const parIndirect = (condition: string): string =>
  condition.replace(/\bTB_\w+/g, (nom) => `INDIRECT("${nom}")`);

function regleDe(regle: RegleLibre, sheetId: number): RegleConditionnelle[] {
  const [, c1 = '', l1 = '', c2 = c1, l2 = l1] = BORNES.exec(regle.plage) ?? [];
  const [de, a] = [rangDeLettre(c1), rangDeLettre(c2)];
  const range = zone(sheetId, Number(l1), de, Number(l2) - Number(l1) + 1, a - de + 1);
  return [regleConditionnelle(regle, formuleSheets(parIndirect(regle.condition)), [range])].filter(
    (r) => r !== null,
  );
}
