import type { AppelEmule } from '../emulateur/appel-emule';
import type { CelluleData, Classeur, Rangee } from '../emulateur/modele';
import { estPage } from '../../../sheets-templates/pages';
import { decalerReferences, type Insertion } from './decaler-references';

interface RequeteInsertion {
  readonly insertDimension?: {
    readonly range?: {
      readonly sheetId?: number;
      readonly dimension?: string;
      readonly startIndex?: number;
      readonly endIndex?: number;
    };
  };
}

/** Les lignes qu'un appel a insérées, dans l'ordre. */
export function insertionsDe(appel: AppelEmule, etat: Classeur): Insertion[] {
  if (appel.methode !== 'batchUpdate') return [];
  return (appel.requetes as readonly RequeteInsertion[]).flatMap(({ insertDimension }) => {
    const { sheetId = 0, dimension, startIndex = 0, endIndex = 0 } = insertDimension?.range ?? {};
    const onglet = etat.feuilles.find((f) => f.id === sheetId)?.proprietes.title;
    return dimension === 'ROWS' && onglet !== undefined
      ? [{ onglet, avant: startIndex + 1, nombre: endIndex - startIndex }]
      : [];
  });
}

/** Le classeur, ses formules réécrites : l'émulateur insère des lignes, mais ne touche à aucune formule. */
export function suivreInsertions(etat: Classeur, insertions: readonly Insertion[]): Classeur {
  if (insertions.length === 0) return etat;
  return {
    ...etat,
    feuilles: etat.feuilles.map((f) => {
      const titre = f.proprietes.title ?? '';
      // Les pages du produit ont des milliers de formules, que rien n'enregistre d'ici.
      if (estPage(titre)) return f;
      return { ...f, rangees: f.rangees.map((r) => r && suivreRangee(r, titre, insertions)) };
    }),
  };
}

const porteFormule = (cellule: CelluleData | undefined): boolean =>
  cellule?.userEnteredValue?.formulaValue !== undefined;

function suivreRangee(rangee: Rangee, titre: string, insertions: readonly Insertion[]): Rangee {
  if (!rangee.some(porteFormule)) return rangee;
  return rangee.map((cellule) => {
    const formule = cellule?.userEnteredValue?.formulaValue;
    if (formule === undefined) return cellule;
    const suivie = insertions.reduce((f, i) => decalerReferences(f, titre, i), formule);
    return suivie === formule
      ? cellule
      : { ...cellule, userEnteredValue: { formulaValue: suivie } };
  });
}
