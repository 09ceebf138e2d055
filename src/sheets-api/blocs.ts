import type { Ecriture, LigneEcrite } from '../classeur/ecritures';
import { formatDe } from './formats';
import type { Cellule, Rangee, Requete } from './rest';

/** Chez Google, une cellule déplacée emporte tout ce que l'utilisateur y a mis. */
export type EcritureGoogle = Ecriture<Cellule>;
export type LigneGoogle = LigneEcrite<Cellule>;

const VALEUR = 'userEnteredValue';
const VALEUR_ET_FORMAT = `${VALEUR},userEnteredFormat.numberFormat`;
/** Une note déplacée emporte son aspect ; la cellule qu'elle quitte garde le sien. */
const CONTENU = `${VALEUR},note,textFormatRuns`;
export const CELLULE_ENTIERE = `${CONTENU},userEnteredFormat`;

/** Les champs qu'une écriture touche : la valeur seule, sauf colonne `libre` et note déplacée. */
function champsDe(e: EcritureGoogle): string {
  if (e.deplacee) return e.brut === null ? CONTENU : CELLULE_ENTIERE;
  return e.exact ? VALEUR_ET_FORMAT : VALEUR;
}

/** Ce que laisse derrière elle une note qui suit son enregistrement. */
export const VIDEE: EcritureGoogle = { brut: null, genre: 'texte', exact: false, deplacee: {} };

/** Une valeur typée : un texte reste un texte, même s'il commence par « = ». */
function celluleDe(e: EcritureGoogle): Cellule {
  if (e.deplacee) return e.deplacee;
  const { brut } = e;
  if (brut === null || brut === '') return {};
  const userEnteredValue =
    typeof brut === 'number'
      ? { numberValue: brut }
      : typeof brut === 'boolean'
        ? { boolValue: brut }
        : { stringValue: brut };
  const numberFormat = e.exact ? formatDe(e.genre, e.signe) : undefined;
  return numberFormat
    ? { userEnteredValue, userEnteredFormat: { numberFormat } }
    : { userEnteredValue };
}

interface Bloc {
  readonly ligne: number;
  readonly rang: number;
  readonly largeur: number;
  readonly champs: string;
  readonly rangees: Rangee[];
}

/** Les suites de cellules voisines d'une ligne, de mêmes champs. */
function segments(ligne: number, cellules: LigneGoogle): Bloc[] {
  const blocs: Bloc[] = [];
  let valeurs: Cellule[] = [];
  let suivant = -1;
  let champs = '';
  let debut = 0;
  const finir = (): void => {
    if (valeurs.length === 0) return;
    const rangees = [{ values: valeurs }];
    blocs.push({ ligne, rang: debut, largeur: valeurs.length, champs, rangees });
  };
  for (const [rang, e] of [...cellules].sort((a, b) => a[0] - b[0])) {
    const siens = champsDe(e);
    if (rang !== suivant || siens !== champs) {
      finir();
      valeurs = [];
      debut = rang;
      champs = siens;
    }
    valeurs.push(celluleDe(e));
    suivant = rang + 1;
  }
  finir();
  return blocs;
}

/** Le moins d'`updateCells` possible : cellules voisines, puis lignes voisines de même étendue. */
export function ecrireBlocs(sheetId: number, lignes: ReadonlyMap<number, LigneGoogle>): Requete[] {
  const blocs: Bloc[] = [];
  const ouverts = new Map<string, Bloc>();
  for (const ligne of [...lignes.keys()].sort((a, b) => a - b)) {
    for (const bloc of segments(ligne, lignes.get(ligne) ?? new Map())) {
      const cle = `${bloc.rang}:${bloc.largeur}:${bloc.champs}`;
      const ouvert = ouverts.get(cle);
      if (ouvert && ouvert.ligne + ouvert.rangees.length === ligne) {
        ouvert.rangees.push(...bloc.rangees);
      } else {
        blocs.push(bloc);
        ouverts.set(cle, bloc);
      }
    }
  }
  return blocs.map(({ ligne, rang, largeur, champs, rangees }) => ({
    updateCells: {
      range: {
        sheetId,
        startRowIndex: ligne - 1,
        endRowIndex: ligne - 1 + rangees.length,
        startColumnIndex: rang,
        endColumnIndex: rang + largeur,
      },
      rows: rangees,
      fields: champs,
    },
  }));
}

/** Une rangée entière depuis la première colonne, pour `appendCells`. */
export function rangeeDe(cellules: LigneGoogle): Rangee {
  const values: Cellule[] = [];
  for (const [rang, e] of cellules) {
    while (values.length <= rang) values.push({});
    values[rang] = celluleDe(e);
  }
  return { values };
}

/** Vide des cellules de ces lignes, sans toucher à leur aspect : une requête par suite de lignes et de rangs. */
export function viderBlocs(
  sheetId: number,
  lignes: ReadonlySet<number>,
  rangs: ReadonlySet<number>,
): Requete[] {
  const colonnes = suites(rangs);
  return suites(lignes).flatMap(([de, a]) =>
    colonnes.map(([debut, fin]) => ({
      updateCells: {
        range: {
          sheetId,
          startRowIndex: de - 1,
          endRowIndex: a,
          startColumnIndex: debut,
          endColumnIndex: fin + 1,
        },
        fields: VALEUR,
      },
    })),
  );
}

/** Les suites de nombres voisins, bornes comprises. */
function suites(nombres: ReadonlySet<number>): [number, number][] {
  const bornes: [number, number][] = [];
  for (const n of [...nombres].sort((a, b) => a - b)) {
    const derniere = bornes[bornes.length - 1];
    if (derniere && derniere[1] === n - 1) derniere[1] = n;
    else bornes.push([n, n]);
  }
  return bornes;
}
