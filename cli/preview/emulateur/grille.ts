import { invalide } from './erreur-api';
import type { CelluleData, Classeur, Feuille, Rangee } from './modele';
import type { Rectangle } from './plages';
import { fusionner } from './schema/masque';
import type { Masque } from './schema/masque';
import type { TypeGoogle } from './schema/types';

const CARACTERES_MAX = 50_000;
const CELLULES_MAX = 10_000_000;
const VIDE: CelluleData = {};

export const celluleEn = (f: Feuille, ligne: number, colonne: number): CelluleData | undefined =>
  f.rangees[ligne]?.[colonne];

/** Ce que la cellule vaut : sa saisie, ou le résultat connu de sa formule. */
export function valeurEffective(cellule: CelluleData | undefined) {
  const saisie = cellule?.userEnteredValue;
  return saisie?.formulaValue === undefined ? saisie : cellule?.effectiveValue;
}

/** Une saisie vide n'est pas une saisie. */
export const estRemplie = (cellule: CelluleData | undefined): boolean => {
  const saisie = cellule?.userEnteredValue;
  return saisie !== undefined && saisie.stringValue !== '';
};

/** Dernière rangée qui porte une valeur, plus un. */
export function hauteurRemplie(f: Feuille): number {
  let ligne = f.rangees.length;
  while (ligne > 0 && !(f.rangees[ligne - 1] ?? []).some((cellule) => estRemplie(cellule)))
    ligne -= 1;
  return ligne;
}

/**
 * En français, une formule sépare ses arguments par `;` et ses décimales par `,` : une virgule hors
 * d'un texte ne se lit pas, Sheets montre `#ERROR!`.
 */
function erreurDeFormule(formule: string, locale: string): TypeGoogle<'ExtendedValue'> | undefined {
  if (formule === '') return undefined;
  const nue = formule.replaceAll(/"(?:[^"]|"")*"|'(?:[^']|'')*'/g, '');
  const illisible = locale.startsWith('fr') && (/,(?!\d)|[^\d],/.test(nue) || /\d\.\d/.test(nue));
  return illisible ? { errorValue: { type: 'ERROR', message: 'Formula parse error.' } } : undefined;
}

function verifierCellule(cellule: CelluleData): void {
  const { userEnteredValue: saisie, note } = cellule;
  const texte = saisie?.stringValue ?? saisie?.formulaValue ?? '';
  if (texte.length > CARACTERES_MAX || (note ?? '').length > CARACTERES_MAX) {
    throw invalide(
      'Your input contains more than the maximum of 50000 characters in a single cell.',
    );
  }
  if (saisie?.formulaValue !== undefined && !saisie.formulaValue.startsWith('=')) {
    throw invalide('formulaValue must start with =.');
  }
  if (saisie?.errorValue) throw invalide('errorValue is read-only.');
}

/** La cellule après l'écriture des champs du masque ; `undefined` : plus rien à garder. */
export function melanger(
  c: Classeur,
  ancienne: CelluleData | undefined,
  neuve: CelluleData | undefined,
  masque: Masque,
): CelluleData | undefined {
  const apport = neuve ?? VIDE;
  verifierCellule(apport);
  const cellule: { -readonly [K in keyof CelluleData]: CelluleData[K] } =
    masque === null ? { ...apport } : fusionner(ancienne ?? VIDE, apport, masque);
  if (cellule.userEnteredValue?.stringValue === '') delete cellule.userEnteredValue;
  const saisie = cellule.userEnteredValue;
  if (masque === null || saisie !== ancienne?.userEnteredValue) {
    delete cellule.effectiveValue;
    const effet = erreurDeFormule(saisie?.formulaValue ?? '', c.proprietes.locale ?? '');
    if (effet) cellule.effectiveValue = effet;
  }
  return Object.keys(cellule).length > 0 ? cellule : undefined;
}

/** Remplace les cellules d'un rectangle par ce que `calculer` en fait. */
export function transformer(
  f: Feuille,
  r: Rectangle,
  calculer: (
    ancienne: CelluleData | undefined,
    ligne: number,
    colonne: number,
  ) => CelluleData | undefined,
): void {
  for (let ligne = r.ligne0; ligne < r.ligne1; ligne += 1) {
    const rangee = rangeeAEcrire(f, ligne);
    for (let colonne = r.colonne0; colonne < r.colonne1; colonne += 1) {
      const cellule = calculer(rangee[colonne], ligne, colonne);
      if (!cellule && colonne >= rangee.length) continue;
      while (rangee.length < colonne) rangee.push(undefined);
      rangee[colonne] = cellule;
    }
    ranger(f, ligne, rangee);
  }
}

type RangeeNeuve = (CelluleData | undefined)[];

/** La rangée, copiée si l'écriture en cours n'en a pas encore fait la sienne. */
function rangeeAEcrire(f: Feuille, ligne: number): RangeeNeuve {
  const presente = f.rangees[ligne];
  if (presente && f.neuves.has(presente)) return presente as RangeeNeuve;
  return Array.from(presente ?? [], (x) => x);
}

/** Une rangée vide ou absente, c'est tout un ; pas de trou dans le tableau. */
export function poserRangee(f: Feuille, ligne: number, rangee: Rangee): void {
  ranger(
    f,
    ligne,
    Array.from(rangee, (x) => x),
  );
}

function ranger(f: Feuille, ligne: number, rangee: RangeeNeuve): void {
  while (rangee.length > 0 && rangee.at(-1) === undefined) rangee.pop();
  while (f.rangees.length < ligne) f.rangees.push(undefined);
  f.neuves.add(rangee);
  f.rangees[ligne] = rangee.length > 0 ? rangee : undefined;
  while (f.rangees.length > 0 && f.rangees.at(-1) === undefined) f.rangees.pop();
}

/** Agrandit la grille ; refuse au-delà de dix millions de cellules dans le classeur. */
export function agrandir(c: Classeur, f: Feuille, nbLignes: number, nbColonnes: number): void {
  f.nbLignes = Math.max(f.nbLignes, nbLignes);
  f.nbColonnes = Math.max(f.nbColonnes, nbColonnes);
  verifierTaille(c);
}

export function verifierTaille(c: Classeur): void {
  const total = c.feuilles.reduce((n, f) => n + f.nbLignes * f.nbColonnes, 0);
  if (total > CELLULES_MAX) {
    throw invalide(
      `This action would increase the number of cells in the workbook above the limit of ${CELLULES_MAX} cells.`,
    );
  }
}
