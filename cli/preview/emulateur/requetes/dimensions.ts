import { decaler } from '../decaler';

import { invalide } from '../erreur-api';
import { agrandir, celluleEn, transformer } from '../grille';
import type { Classeur, DimensionFeuille, Feuille } from '../modele';
import type { Mouvement } from '../mouvement';
import { resoudreDimension, tailleDe, trouverFeuille } from '../plages';
import { designe, fusionner } from '../schema/masque';
import type { TypeGoogle } from '../schema/types';
import { masqueDe } from './masque-de';

const AGRANDI_MAX = 10_000_000;

function changerTaille(f: Feuille, dimension: DimensionFeuille, ecart: number): void {
  if (dimension === 'ROWS') f.nbLignes += ecart;
  else f.nbColonnes += ecart;
}

/** Ajoute `n` places vides au rang `k`, cellules et largeurs comprises. */
function ouvrir(f: Feuille, dimension: DimensionFeuille, k: number, n: number): void {
  const vides = Array.from({ length: n }, () => undefined);
  if (dimension === 'ROWS') {
    if (k < f.rangees.length)
      f.rangees = [...f.rangees.slice(0, k), ...vides, ...f.rangees.slice(k)];
    if (k < f.lignes.length) f.lignes = [...f.lignes.slice(0, k), ...vides, ...f.lignes.slice(k)];
  } else {
    f.rangees = f.rangees.map((r) =>
      r && k < r.length ? [...r.slice(0, k), ...vides, ...r.slice(k)] : r,
    );
    if (k < f.colonnes.length) {
      f.colonnes = [...f.colonnes.slice(0, k), ...vides, ...f.colonnes.slice(k)];
    }
  }
  changerTaille(f, dimension, n);
}

export function appendDimension(c: Classeur, r: TypeGoogle<'AppendDimensionRequest'>): object {
  const f = trouverFeuille(c, r.sheetId);
  const n = r.length ?? 0;
  if (n <= 0 || n > AGRANDI_MAX) throw invalide('length must be positive.');
  if (r.dimension === undefined) throw invalide('dimension must be specified.');
  if (r.dimension === 'ROWS') agrandir(c, f, f.nbLignes + n, f.nbColonnes);
  else agrandir(c, f, f.nbLignes, f.nbColonnes + n);
  return {};
}

export function insertDimension(c: Classeur, r: TypeGoogle<'InsertDimensionRequest'>): object {
  const { feuille: f, dimension, debut: k, fin, taille } = resoudreDimension(c, r.range);
  const n = fin - k;
  if (k > taille || (k === taille && r.inheritFromBefore !== true)) {
    throw invalide(`range.startIndex[${k}] is after the end of the grid[${taille}].`);
  }
  if (r.inheritFromBefore && k === 0) {
    throw invalide(
      'inheritFromBefore cannot be true when inserting at index 0, as there is nothing before.',
    );
  }
  const mouvement: Mouvement = {
    dimension,
    intervalle: (d, e) => [d >= k ? d + n : d, e > k ? e + n : e],
    origine: (i) => (i < k ? i : i < k + n ? null : i - n),
  };
  ouvrir(f, dimension, k, n);
  decaler(c, f, mouvement);
  heriter(f, dimension, k, n, r.inheritFromBefore === true ? k - 1 : k + n);
  agrandir(c, f, f.nbLignes, f.nbColonnes);
  return {};
}

/** Les cellules neuves prennent l'aspect et la validation de leur voisine, jamais sa valeur. */
function heriter(f: Feuille, dimension: DimensionFeuille, k: number, n: number, modele: number) {
  if (modele >= tailleDe(f, dimension)) return;
  const enLignes = dimension === 'ROWS';
  const rectangle = enLignes
    ? { ligne0: k, ligne1: k + n, colonne0: 0, colonne1: f.rangees[modele]?.length ?? 0 }
    : { ligne0: 0, ligne1: f.rangees.length, colonne0: k, colonne1: k + n };
  transformer(f, rectangle, (_, ligne, colonne) => {
    const voisine = enLignes ? celluleEn(f, modele, colonne) : celluleEn(f, ligne, modele);
    const { userEnteredFormat, dataValidation } = voisine ?? {};
    if (!userEnteredFormat && !dataValidation) return undefined;
    return {
      ...(userEnteredFormat ? { userEnteredFormat } : {}),
      ...(dataValidation ? { dataValidation } : {}),
    };
  });
}

export function deleteDimension(c: Classeur, r: TypeGoogle<'DeleteDimensionRequest'>): object {
  const { feuille: f, dimension, debut: a, fin, taille } = resoudreDimension(c, r.range);
  const nom = dimension === 'ROWS' ? 'rows' : 'columns';
  if (a >= taille) {
    throw invalide(`Cannot delete ${nom} that do not exist: startIndex[${a}], count[${taille}].`);
  }
  const b = Math.min(fin, taille);
  if (b - a === taille) throw invalide(`You can't delete all the ${nom} on the sheet.`);
  const grille = f.proprietes.gridProperties;
  const figes = (dimension === 'ROWS' ? grille?.frozenRowCount : grille?.frozenColumnCount) ?? 0;
  const reste = figes - Math.max(0, Math.min(b, figes) - a);
  if (taille - (b - a) === reste) {
    throw invalide(`Sorry, it is not possible to delete all non-frozen ${nom}.`);
  }
  retirer(f, dimension, a, b);
  if (reste !== figes) {
    const cle = dimension === 'ROWS' ? 'frozenRowCount' : 'frozenColumnCount';
    f.proprietes = { ...f.proprietes, gridProperties: { ...grille, [cle]: reste } };
  }
  const point = (p: number) => (p <= a ? p : p >= b ? p - (b - a) : a);
  decaler(c, f, {
    dimension,
    intervalle: (d, e) => (point(e) > point(d) ? [point(d), point(e)] : null),
    origine: (i) => (i < a ? i : i + (b - a)),
  });
  return {};
}

function retirer(f: Feuille, dimension: DimensionFeuille, a: number, b: number): void {
  if (dimension === 'ROWS') {
    f.rangees.splice(a, b - a);
    f.lignes.splice(a, b - a);
  } else {
    f.rangees = f.rangees.map((r) => r && [...r.slice(0, a), ...r.slice(b)]);
    f.colonnes.splice(a, b - a);
  }
  changerTaille(f, dimension, a - b);
}

export function moveDimension(c: Classeur, r: TypeGoogle<'MoveDimensionRequest'>): object {
  const { feuille: f, dimension, debut: a, fin: b, taille } = resoudreDimension(c, r.source);
  const vers = r.destinationIndex ?? 0;
  if (b > taille || vers > taille || vers < 0) {
    throw invalide(`destinationIndex[${vers}] or source is outside of the grid[${taille}].`);
  }
  if (vers >= a && vers <= b) return {};
  const n = b - a;
  const arrivee = vers > a ? vers - n : vers;
  const reste = Array.from({ length: taille }, (_, i) => i).filter((i) => i < a || i >= b);
  const ordre = [
    ...reste.slice(0, arrivee),
    ...Array.from({ length: n }, (_, i) => a + i),
    ...reste.slice(arrivee),
  ];
  const rang = new Map(ordre.map((ancien, neuf) => [ancien, neuf]));
  const permuter = <T>(liste: readonly T[]): (T | undefined)[] => {
    const longueur = liste.length === 0 ? 0 : taille;
    return ordre.slice(0, longueur).map((i) => liste[i]);
  };
  if (dimension === 'ROWS') {
    f.rangees = permuter(f.rangees);
    f.lignes = permuter(f.lignes);
  } else {
    f.rangees = f.rangees.map((x) => x && permuter(x));
    f.colonnes = permuter(f.colonnes);
  }
  decaler(c, f, {
    dimension,
    origine: (i) => ordre[i] ?? null,
    intervalle: (d, e) => {
      const bout = Math.min(e, taille);
      const touches = Array.from({ length: bout - d }, (_, i) => d + i);
      const fixes = touches.filter((i) => i < a || i >= b);
      const rangs = (fixes.length > 0 ? fixes : touches).map((i) => rang.get(i) ?? i);
      const dernier = rangs.reduce((x, y) => Math.max(x, y), 0) + 1;
      return [rangs.reduce((x, y) => Math.min(x, y), taille), e > taille ? e : dernier];
    },
  });
  return {};
}

export function updateDimensionProperties(
  c: Classeur,
  r: TypeGoogle<'UpdateDimensionPropertiesRequest'>,
): object {
  const { feuille: f, dimension, debut, fin, taille } = resoudreDimension(c, r.range);
  const masque = masqueDe(r.fields, 'DimensionProperties');
  for (const interdit of ['developerMetadata', 'hiddenByFilter']) {
    if (masque !== null && designe(masque, interdit)) throw invalide(`${interdit} is read-only.`);
  }
  if (debut >= taille)
    throw invalide(`startIndex[${debut}] is after the end of the grid[${taille}].`);
  const liste = dimension === 'ROWS' ? f.lignes : f.colonnes;
  for (let i = debut; i < Math.min(fin, taille); i += 1) {
    while (liste.length < i) liste.push(undefined);
    liste[i] = fusionner(liste[i] ?? {}, r.properties ?? {}, masque);
  }
  return {};
}

/** La largeur du texte n'est pas mesurée ici : les tailles fixées sont seulement oubliées. */
export function autoResizeDimensions(
  c: Classeur,
  r: TypeGoogle<'AutoResizeDimensionsRequest'>,
): object {
  const { feuille: f, dimension, debut, fin } = resoudreDimension(c, r.dimensions);
  const liste = dimension === 'ROWS' ? f.lignes : f.colonnes;
  for (let i = debut; i < Math.min(fin, liste.length); i += 1) {
    const { pixelSize: _, ...reste } = liste[i] ?? {};
    liste[i] = reste;
  }
  return {};
}
