import { invalide } from '../erreur-api';
import { melanger, transformer } from '../grille';
import type { Classeur } from '../modele';
import { resoudre } from '../plages';
import { lireMasque } from '../schema/masque';
import type { TypeGoogle } from '../schema/types';
import { controlerCondition } from './condition';
import { refuserColonneTypee } from './tables';

const MASQUE = lireMasque('dataValidation', 'CellData');

/** Sans règle, la validation des cellules est ôtée. */
export function setDataValidation(c: Classeur, r: TypeGoogle<'SetDataValidationRequest'>): object {
  const { feuille, rectangle } = resoudre(c, r.range);
  if (r.rule) {
    if (!r.rule.condition) throw invalide('rule.condition must be specified.');
    controlerCondition(r.rule.condition, 'validation');
  }
  refuserColonneTypee(feuille, rectangle, MASQUE);
  const neuve = r.rule ? { dataValidation: r.rule } : {};
  transformer(feuille, rectangle, (ancienne) => melanger(c, ancienne, neuve, MASQUE));
  return {};
}
