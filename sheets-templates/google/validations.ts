import type { Condition, RegleValidation } from '../../src/sheets-api/rest';
import { lettreColonne } from '../../src/classeur/source';
import { TABLES, type CleTable } from '../../src/classeur/tables';
import { LISTES } from '../listes';
import { citer } from '../references';
import type { Validation } from '../validations';
import { formuleSheets } from './formule';
import { lieuDe, rangDe, type Lieux } from './lieux';

const condition = (
  type: Condition['type'],
  ...valeurs: readonly (string | number)[]
): Condition => ({
  type,
  values: valeurs.map((v) => ({ userEnteredValue: String(v) })),
});

export const listeFermee = (valeurs: readonly string[]): Condition =>
  condition('ONE_OF_LIST', ...valeurs);

/** Les valeurs d'une colonne d'un autre onglet. */
export function conditionDeListe(nom: string, lieux: Lieux): Condition {
  const liste = LISTES.find((l) => l.nom === nom);
  if (!liste) throw new Error(`Liste inconnue : ${nom}`);
  const lettre = lettreColonne(rangDe(lieuDe(lieux, liste.table), liste.colonne));
  return condition('ONE_OF_RANGE', `=${citer(TABLES[liste.table].onglet)}!$${lettre}$2:$${lettre}`);
}

/** Sheets n'a pas de condition « nombre entier » : une formule sur la première cellule de la plage. */
function corps(v: Validation, lieux: Lieux, premiere: string): Condition {
  switch (v.genre) {
    case 'valeurs':
      return listeFermee(v.valeurs);
    case 'liste':
      return conditionDeListe(v.nom, lieux);
    case 'date':
      return condition('DATE_BETWEEN', '=DATE(2000;1;1)', '=DATE(2099;12;31)');
    case 'decimal':
      return condition('NUMBER_BETWEEN', v.min, v.max);
    case 'entier':
      return condition(
        'CUSTOM_FORMULA',
        formuleSheets(`AND(ISNUMBER(@),@=INT(@),@>=${v.min},@<=${v.max})`.replace(/@/g, premiere)),
      );
  }
}

/** La règle de saisie d'une colonne, vue de la première ligne où elle s'applique. */
export function regleDeSaisie(
  v: Validation,
  lieux: Lieux,
  table: CleTable,
  colonne: string,
  ligne = 2,
): RegleValidation {
  const premiere = `$${lettreColonne(rangDe(lieuDe(lieux, table), colonne))}${ligne}`;
  return {
    condition: corps(v, lieux, premiere),
    inputMessage: v.message,
    strict: v.stricte,
    showCustomUi: true,
  };
}
