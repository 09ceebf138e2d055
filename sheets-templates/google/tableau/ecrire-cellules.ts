import type { Cellule, PlageGrille, Requete } from '../../../src/sheets-api/rest';
import { recopies } from './recopie';
import { suites } from './suites';

/** Une cellule à écrire ; lignes et colonnes à partir de 1. */
export interface CellulePosee {
  readonly ligne: number;
  readonly colonne: number;
  readonly cellule: Cellule;
}

export const zone = (
  sheetId: number,
  ligne: number,
  colonne: number,
  lignes = 1,
  colonnes = 1,
): Required<PlageGrille> => ({
  ...{ sheetId, startRowIndex: ligne - 1, endRowIndex: ligne - 1 + lignes },
  ...{ startColumnIndex: colonne - 1, endColumnIndex: colonne - 1 + colonnes },
});

const VALEUR = 'userEnteredValue';
const FORMAT = 'userEnteredFormat';
const place = (ligne: number, colonne: number): string => `${ligne} ${colonne}`;

/**
 * Une page entière en peu de requêtes : effacée, puis un format par rectangle, une formule par
 * colonne où elle se recopie, et le reste par blocs. `gardees` : les cellules dont la valeur reste.
 */
export function ecrireCellules(
  sheetId: number,
  { hauteur, largeur }: { readonly hauteur: number; readonly largeur: number },
  posees: readonly CellulePosee[],
  gardees: ReadonlySet<string>,
): Requete[] {
  const ecrites = posees.filter((p) => !gardees.has(place(p.ligne, p.colonne)));
  return [
    ...effacerTout(sheetId, hauteur, largeur, gardees),
    ...formats(sheetId, posees),
    ...valeurs(sheetId, ecrites),
  ];
}

export const effacer = (range: PlageGrille, fields: string): Requete => ({
  updateCells: { range, fields },
});

function effacerTout(
  sheetId: number,
  hauteur: number,
  largeur: number,
  gardees: ReadonlySet<string>,
): Requete[] {
  const toute = zone(sheetId, 1, 1, hauteur, largeur);
  if (gardees.size === 0) return [effacer(toute, `${VALEUR},${FORMAT}`)];
  const lignes = Array.from({ length: hauteur }, (_, i) => i + 1);
  const colonnes = Array.from({ length: largeur }, (_, i) => i + 1);
  const libre = (ligne: number): boolean => colonnes.every((c) => !gardees.has(place(ligne, c)));
  return [
    effacer(toute, FORMAT),
    ...suites(lignes, libre).map(([ligne, n]) =>
      effacer(zone(sheetId, ligne, 1, n, largeur), VALEUR),
    ),
    ...lignes
      .filter((ligne) => !libre(ligne))
      .flatMap((ligne) =>
        suites(colonnes, (c) => !gardees.has(place(ligne, c))).map(([colonne, n]) =>
          effacer(zone(sheetId, ligne, colonne, 1, n), VALEUR),
        ),
      ),
  ];
}

/** Un rectangle qui grandit : d'abord à droite, puis vers le bas. */
interface Rectangle {
  readonly ligne: number;
  readonly colonne: number;
  readonly largeur: number;
  lignes: number;
}

/** Les rectangles de cellules de même clé : suites d'une ligne, puis suites égales l'une sous l'autre. */
function rectangles(posees: readonly CellulePosee[], cle: (c: Cellule) => string) {
  const parLigne = new Map<number, Map<number, string>>();
  for (const { ligne, colonne, cellule } of posees) {
    const rangee = parLigne.get(ligne) ?? new Map<number, string>();
    parLigne.set(ligne, rangee.set(colonne, cle(cellule)));
  }
  const trouves: (readonly [string, Rectangle])[] = [];
  const ouverts = new Map<string, Rectangle>();
  for (const [ligne, rangee] of [...parLigne].sort(([a], [b]) => a - b)) {
    const rangs = [...rangee.keys()].sort((a, b) => a - b);
    for (const c of new Set(rangee.values())) {
      for (const [colonne, largeur] of suites(rangs, (r) => rangee.get(r) === c)) {
        const nom = `${colonne}:${largeur}:${c}`;
        const ouvert = ouverts.get(nom);
        if (ouvert && ouvert.ligne + ouvert.lignes === ligne) ouvert.lignes += 1;
        else {
          const neuf = { ligne, colonne, largeur, lignes: 1 };
          ouverts.set(nom, neuf);
          trouves.push([c, neuf]);
        }
      }
    }
  }
  return trouves;
}

function formats(sheetId: number, posees: readonly CellulePosee[]): Requete[] {
  const cles = new Map<unknown, string>();
  const cle = ({ userEnteredFormat: f }: Cellule): string => {
    const connue = cles.get(f) ?? JSON.stringify(f ?? {});
    cles.set(f, connue);
    return connue;
  };
  return rectangles(posees, cle).flatMap(([format, r]): Requete[] => {
    if (format === '{}') return [];
    const range = zone(sheetId, r.ligne, r.colonne, r.lignes, r.largeur);
    const userEnteredFormat = JSON.parse(format) as NonNullable<Cellule['userEnteredFormat']>;
    return [{ repeatCell: { range, cell: { userEnteredFormat }, fields: FORMAT } }];
  });
}

const formuleDe = ({ userEnteredValue: v }: Cellule): string | undefined =>
  v && 'formulaValue' in v ? v.formulaValue : undefined;

function valeurs(sheetId: number, posees: readonly CellulePosee[]): Requete[] {
  const recopiees = recopiesDe(posees);
  const couvertes = new Set(
    recopiees.flatMap(({ ligne, colonne, combien }) =>
      Array.from({ length: combien }, (_, k) => place(ligne + k, colonne)),
    ),
  );
  const restent = posees.filter(
    (p) => p.cellule.userEnteredValue && !couvertes.has(place(p.ligne, p.colonne)),
  );
  const parPlace = new Map(restent.map((p) => [place(p.ligne, p.colonne), p.cellule]));
  return [
    ...recopiees.map(({ ligne, colonne, combien, formule }): Requete => {
      const cell = { userEnteredValue: { formulaValue: formule } };
      return {
        repeatCell: { range: zone(sheetId, ligne, colonne, combien), cell, fields: VALEUR },
      };
    }),
    ...rectangles(restent, () => '').map(([, r]): Requete => {
      const rows = Array.from({ length: r.lignes }, (_, i) => ({
        values: Array.from({ length: r.largeur }, (__, j) => {
          const { userEnteredValue } = parPlace.get(place(r.ligne + i, r.colonne + j)) ?? {};
          return userEnteredValue ? { userEnteredValue } : {};
        }),
      }));
      const range = zone(sheetId, r.ligne, r.colonne, r.lignes, r.largeur);
      return { updateCells: { range, rows, fields: VALEUR } };
    }),
  ];
}

/** À deux, une recopie ne fait rien gagner. */
const RECOPIE_UTILE = 3;

function recopiesDe(posees: readonly CellulePosee[]) {
  const parColonne = new Map<number, Map<number, string>>();
  for (const { ligne, colonne, cellule } of posees) {
    const formule = formuleDe(cellule);
    if (formule === undefined) continue;
    const formules = parColonne.get(colonne) ?? new Map<number, string>();
    parColonne.set(colonne, formules.set(ligne, formule));
  }
  return [...parColonne].flatMap(([colonne, formules]) =>
    suites(
      [...formules.keys()].sort((a, b) => a - b),
      () => true,
    ).flatMap(([ligne, n]) =>
      recopies(Array.from({ length: n }, (_, k) => formules.get(ligne + k) ?? ''))
        .filter(({ combien }) => combien >= RECOPIE_UTILE)
        .map(({ rang, combien, formule }) => ({ ligne: ligne + rang, colonne, combien, formule })),
    ),
  );
}
