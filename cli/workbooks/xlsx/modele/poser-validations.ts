import type { DataValidation, Worksheet } from 'exceljs';
import type { AspectOnglet } from '../../../../sheets-templates/onglet';
import { plageDonnees } from '../../../../sheets-templates/references';
import type { Validation } from '../../../../sheets-templates/validations';

/** exceljs sait poser une règle sur une plage entière, mais ses types ne le disent pas. */
type FeuilleAvecValidations = Worksheet & {
  readonly dataValidations: { add(plage: string, regle: DataValidation): void };
};

/** 1er janvier 2000 et 31 décembre 2099 : une faute de frappe sur l'année se voit. */
const BORNES_DATE = [new Date(Date.UTC(2000, 0, 1)), new Date(Date.UTC(2099, 11, 31))];

function corps(v: Validation): Pick<DataValidation, 'type' | 'operator' | 'formulae'> {
  switch (v.genre) {
    case 'valeurs':
      return { type: 'list', formulae: [`"${v.valeurs.join(',')}"`] };
    case 'liste':
      return { type: 'list', formulae: [v.nom] };
    case 'date':
      return { type: 'date', operator: 'between', formulae: BORNES_DATE };
    case 'decimal':
      return { type: 'decimal', operator: 'between', formulae: [v.min, v.max] };
    case 'entier':
      return { type: 'whole', operator: 'between', formulae: [v.min, v.max] };
  }
}

export function regleDeSaisie(v: Validation): DataValidation {
  return {
    ...corps(v),
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: v.stricte ? 'stop' : 'warning',
    errorTitle: v.titre,
    error: v.message,
  } as DataValidation;
}

/** Une règle par colonne, de la ligne 2 à la dernière. */
export function poserValidations(feuille: Worksheet, onglet: AspectOnglet): void {
  const { dataValidations } = feuille as FeuilleAvecValidations;
  for (const colonne of onglet.colonnes) {
    if (!colonne.validation) continue;
    dataValidations.add(
      plageDonnees(onglet.cle, colonne.cle, colonne.cle),
      regleDeSaisie(colonne.validation),
    );
  }
}
