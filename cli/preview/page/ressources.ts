import type { IRange, ISheetDataValidationRule, IWorkbookData } from '@univerjs/core';
import {
  DataValidationErrorStyle,
  DataValidationRenderMode,
  DataValidationType,
} from '@univerjs/core';
import type { ClasseurVu, ListeVue, OngletVu } from '../protocole';
import { idOnglet } from './identifiants';

/** Les listes déroulantes et les noms, dans la forme que la grille charge avec le classeur. */
export function ressources({ onglets, noms }: ClasseurVu): IWorkbookData['resources'] {
  const parOnglet = (de: (o: OngletVu) => readonly unknown[]): string =>
    JSON.stringify(
      Object.fromEntries(
        onglets.map((o, i) => [idOnglet(i), de(o)] as const).filter(([, r]) => r.length > 0),
      ),
    );
  return [
    {
      name: 'SHEET_DATA_VALIDATION_PLUGIN',
      data: parOnglet((o) => o.listes.map((l) => versListe(l, o.lignes))),
    },
    {
      name: 'SHEET_DEFINED_NAME_PLUGIN',
      data: JSON.stringify(
        Object.fromEntries(
          noms.map(({ nom, reference }) => [
            nom,
            {
              id: nom,
              name: nom,
              formulaOrRefString: ESTIMEE.test(reference) ? `=${reference}` : reference,
              localSheetId: 'AllDefaultWorkbook',
            },
          ]),
        ),
      ),
    },
  ];
}

/** Un nom peut désigner une formule ; la grille veut alors son `=`. */
const ESTIMEE = /[(+]/;

const sousEntete = (de: number, a: number, lignes: number): IRange => ({
  startRow: 1,
  endRow: lignes - 1,
  startColumn: de,
  endColumn: a,
});

function versListe(liste: ListeVue, lignes: number): ISheetDataValidationRule {
  return {
    uid: `liste-${liste.rang}`,
    type: DataValidationType.LIST,
    ranges: [sousEntete(liste.rang, liste.rang, lignes)],
    formula1: JSON.stringify(liste.valeurs),
    errorStyle: DataValidationErrorStyle.INFO,
    allowBlank: true,
    showDropDown: true,
    renderMode: DataValidationRenderMode.ARROW,
  };
}
