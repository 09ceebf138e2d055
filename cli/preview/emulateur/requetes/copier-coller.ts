import { ErreurApi, invalide } from '../erreur-api';
import { celluleEn, melanger, transformer } from '../grille';
import type { CelluleData, Classeur } from '../modele';
import { enPlage, resoudre, chevauche } from '../plages';
import type { Rectangle } from '../plages';
import { recopieur } from '../recopier';
import { lireMasque } from '../schema/masque';
import type { TypeGoogle } from '../schema/types';
import { refuserColonneTypee } from './tables';

const SAISIE = lireMasque('userEnteredValue', 'CellData');
const hauteur = (r: Rectangle): number => r.ligne1 - r.ligne0;
const largeur = (r: Rectangle): number => r.colonne1 - r.colonne0;

/**
 * Colle les formules et les valeurs d'une plage, répétées autant de fois que la destination la
 * contient. Une destination qui n'en est pas un multiple, chez Google, déborde ou se coupe.
 */
export function copyPaste(c: Classeur, r: TypeGoogle<'CopyPasteRequest'>): object {
  if (!r.source || !r.destination) throw invalide('source and destination must be specified.');
  if (r.pasteType !== 'PASTE_FORMULA' || r.pasteOrientation === 'TRANSPOSE') {
    throw new ErreurApi(501, 'copyPaste: only PASTE_FORMULA, not transposed, is emulated.');
  }
  const { feuille: origine, rectangle: source } = resoudre(c, r.source);
  const { feuille, rectangle } = resoudre(c, r.destination);
  if (hauteur(rectangle) % hauteur(source) > 0 || largeur(rectangle) % largeur(source) > 0) {
    throw new ErreurApi(501, 'copyPaste: the destination must be a multiple of the source.');
  }
  if (chevauche(feuille, enPlage(origine, source), enPlage(feuille, rectangle))) {
    throw new ErreurApi(501, 'copyPaste: overlapping ranges are not emulated.');
  }
  refuserColonneTypee(feuille, rectangle, SAISIE);
  const copieurs = new Map<CelluleData, ReturnType<typeof recopieur>>();
  transformer(feuille, rectangle, (ancienne, ligne, colonne) => {
    const de = source.ligne0 + ((ligne - rectangle.ligne0) % hauteur(source));
    const rang = source.colonne0 + ((colonne - rectangle.colonne0) % largeur(source));
    const copiee = celluleEn(origine, de, rang);
    const formule = copiee?.userEnteredValue?.formulaValue;
    if (!copiee || formule === undefined) return melanger(c, ancienne, copiee, SAISIE);
    const copieur = copieurs.get(copiee) ?? recopieur(formule);
    copieurs.set(copiee, copieur);
    const formulaValue = copieur(ligne - de, colonne - rang);
    return melanger(c, ancienne, { userEnteredValue: { formulaValue } }, SAISIE);
  });
  return {};
}
