import { celluleEn, estRemplie, valeurEffective } from './grille';
import type { CelluleData, Classeur, Feuille } from './modele';
import { montrerA1, resoudreA1 } from './lire-plage';
import type { Rectangle } from './plages';

const ERREURS: Readonly<Record<string, string>> = {
  ERROR: '#ERROR!',
  NULL_VALUE: '#NULL!',
  DIVIDE_BY_ZERO: '#DIV/0!',
  VALUE: '#VALUE!',
  REF: '#REF!',
  NAME: '#NAME?',
  NUM: '#NUM!',
  N_A: '#N/A',
  LOADING: 'Loading...',
};

/** `UNFORMATTED_VALUE` : le nombre, le texte ou le booléen ; une case vide au milieu est un texte vide. */
function valeurNue(cellule: CelluleData | undefined): number | string | boolean {
  const v = valeurEffective(cellule);
  if (v?.errorValue) return ERREURS[v.errorValue.type ?? 'ERROR'] ?? '#ERROR!';
  // Personne ne l'a calculée : la dire vide serait l'inventer.
  if (v === undefined && cellule?.userEnteredValue?.formulaValue !== undefined) return '#ERROR!';
  return v?.numberValue ?? v?.boolValue ?? v?.stringValue ?? '';
}

/** Les valeurs d'un rectangle, sans les cases vides de la fin des rangées ni les rangées de la fin. */
export function valeurs(f: Feuille, r: Rectangle): (number | string | boolean)[][] {
  const lignes: (number | string | boolean)[][] = [];
  for (let ligne = r.ligne0; ligne < Math.min(r.ligne1, f.rangees.length); ligne += 1) {
    let fin = Math.min(r.colonne1, f.rangees[ligne]?.length ?? 0);
    while (fin > r.colonne0 && !estRemplie(celluleEn(f, ligne, fin - 1))) fin -= 1;
    const rangee: (number | string | boolean)[] = [];
    for (let col = r.colonne0; col < fin; col += 1)
      rangee.push(valeurNue(celluleEn(f, ligne, col)));
    lignes.push(rangee);
  }
  while (lignes.at(-1)?.length === 0) lignes.pop();
  return lignes;
}

export function lirePlages(c: Classeur, plages: readonly string[]): object {
  const valueRanges = plages.map((texte) => {
    const { feuille, rectangle } = resoudreA1(c, texte);
    const lues = valeurs(feuille, rectangle);
    return {
      range: montrerA1(feuille, rectangle),
      majorDimension: 'ROWS',
      ...(lues.length > 0 ? { values: lues } : {}),
    };
  });
  return { spreadsheetId: c.id, ...(valueRanges.length > 0 ? { valueRanges } : {}) };
}
