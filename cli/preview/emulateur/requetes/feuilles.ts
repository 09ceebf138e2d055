import { invalide } from '../erreur-api';
import { poserRangee, verifierTaille } from '../grille';
import { tirerId } from '../modele';
import type { Classeur, Feuille } from '../modele';
import { estSur, trouverFeuille } from '../plages';
import { fusionner } from '../schema/masque';
import type { TypeGoogle } from '../schema/types';
import { masqueDe } from './masque-de';

type Proprietes = TypeGoogle<'SheetProperties'>;

const LIGNES = 1000;
const COLONNES = 26;
const TITRE_MAX = 100;

/** Une feuille neuve, vide, rangée à sa place parmi les onglets. */
export function creerFeuille(c: Classeur, donnees: Proprietes): Feuille {
  const id = donnees.sheetId ?? (c.feuilles.length === 0 ? 0 : tirerId(c));
  if (id < 0) throw invalide('sheetId must be positive.');
  if (c.feuilles.some((f) => f.id === id)) {
    throw invalide(`A sheet with id ${id} already exists.`);
  }
  if ((donnees.sheetType ?? 'GRID') !== 'GRID') throw invalide('Only GRID sheets can be added.');
  const { sheetId: _, index, gridProperties, ...reste } = donnees;
  const { rowCount = LIGNES, columnCount = COLONNES, ...grille } = gridProperties ?? {};
  const feuille: Feuille = {
    id,
    proprietes: { ...reste, title: donnees.title ?? titreLibre(c), gridProperties: grille },
    nbLignes: rowCount,
    nbColonnes: columnCount,
    rangees: [],
    neuves: new WeakSet(),
    lignes: [],
    colonnes: [],
    fusions: [],
    formats: [],
    protections: [],
    tables: [],
    graphiques: [],
    filtre: null,
  };
  placer(c, feuille, index ?? c.feuilles.length);
  verifierFeuille(c, feuille);
  return feuille;
}

function titreLibre(c: Classeur): string {
  let n = c.feuilles.length + 1;
  while (c.feuilles.some((f) => f.proprietes.title === `Feuille ${n}`)) n += 1;
  return `Feuille ${n}`;
}

function placer(c: Classeur, feuille: Feuille, index: number): void {
  const autres = c.feuilles.filter((f) => f !== feuille);
  if (index < 0 || index > autres.length) {
    throw invalide(`index[${index}] is out of range; there are ${autres.length} other sheets.`);
  }
  c.feuilles = [...autres.slice(0, index), feuille, ...autres.slice(index)];
}

function verifierFeuille(c: Classeur, f: Feuille): void {
  const titre = f.proprietes.title ?? '';
  if (titre === '') throw invalide('Sheet name cannot be empty.');
  if (titre.length > TITRE_MAX) throw invalide('Sheet name cannot be greater than 100 characters.');
  const pareil = c.feuilles.some(
    (x) => x !== f && x.proprietes.title?.toLowerCase() === titre.toLowerCase(),
  );
  if (pareil) {
    throw invalide(`A sheet with the name "${titre}" already exists. Please enter another name.`);
  }
  const { frozenRowCount = 0, frozenColumnCount = 0 } = f.proprietes.gridProperties ?? {};
  if (f.nbLignes < 1 || f.nbColonnes < 1) {
    throw invalide('gridProperties.rowCount and columnCount must be at least 1.');
  }
  if (frozenRowCount >= f.nbLignes)
    throw invalide("You can't freeze all visible rows on the sheet.");
  if (frozenColumnCount >= f.nbColonnes) {
    throw invalide("You can't freeze all visible columns on the sheet.");
  }
  if (c.feuilles.every((x) => x.proprietes.hidden === true)) {
    throw invalide("You can't hide all the sheets in a document.");
  }
  verifierTaille(c);
}

/** Telles que Google les rend : avec l'indice d'onglet, le type et la taille de la grille. */
export function montrerProprietes(c: Classeur, f: Feuille): Proprietes {
  const { gridProperties, ...reste } = f.proprietes;
  return {
    sheetId: f.id,
    ...reste,
    index: c.feuilles.indexOf(f),
    sheetType: 'GRID',
    gridProperties: { rowCount: f.nbLignes, columnCount: f.nbColonnes, ...gridProperties },
  };
}

export function addSheet(c: Classeur, r: TypeGoogle<'AddSheetRequest'>): object {
  return { properties: montrerProprietes(c, creerFeuille(c, r.properties ?? {})) };
}

export function updateSheetProperties(
  c: Classeur,
  r: TypeGoogle<'UpdateSheetPropertiesRequest'>,
): object {
  const f = trouverFeuille(c, r.properties?.sheetId);
  const masque = masqueDe(r.fields, 'SheetProperties');
  const avant = montrerProprietes(c, f);
  const {
    sheetId: _,
    index,
    gridProperties,
    sheetType,
    ...reste
  } = fusionner(avant, r.properties ?? {}, masque);
  if (sheetType !== undefined && sheetType !== 'GRID') throw invalide('sheetType is read-only.');
  const { rowCount, columnCount, ...grille } = gridProperties ?? {};
  // Un masque « * » sans taille ne réduit pas la grille à rien.
  f.nbLignes = rowCount ?? f.nbLignes;
  f.nbColonnes = columnCount ?? f.nbColonnes;
  f.proprietes = { ...reste, gridProperties: grille };
  if (index !== undefined && index !== avant.index) {
    // L'indice demandé compte la feuille elle-même : la pousser plus loin la met une place avant.
    placer(c, f, index > (avant.index ?? 0) ? index - 1 : index);
  }
  couper(f);
  verifierFeuille(c, f);
  return {};
}

/** Réduire la grille supprime les cellules du bord. */
function couper(f: Feuille): void {
  f.rangees.length = Math.min(f.rangees.length, f.nbLignes);
  f.lignes.length = Math.min(f.lignes.length, f.nbLignes);
  f.colonnes.length = Math.min(f.colonnes.length, f.nbColonnes);
  f.rangees.forEach((rangee, i) => {
    if (rangee && rangee.length > f.nbColonnes) poserRangee(f, i, rangee.slice(0, f.nbColonnes));
  });
}

export function deleteSheet(c: Classeur, r: TypeGoogle<'DeleteSheetRequest'>): object {
  const f = trouverFeuille(c, r.sheetId);
  if (c.feuilles.length === 1) throw invalide("You can't remove all the sheets in a document.");
  c.feuilles = c.feuilles.filter((x) => x !== f);
  if (c.feuilles.every((x) => x.proprietes.hidden === true)) {
    throw invalide("You can't remove all the visible sheets in a document.");
  }
  c.plagesNommees = c.plagesNommees.map((n) => (estSur(f, n.plage) ? { ...n, plage: null } : n));
  c.metadonnees = c.metadonnees.filter(
    ({ location: l }) =>
      l?.sheetId !== f.id && (!l?.dimensionRange || (l.dimensionRange.sheetId ?? 0) !== f.id),
  );
  return {};
}
