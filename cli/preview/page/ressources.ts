import type { IRange, IStyleBase, ISheetDataValidationRule, IWorkbookData } from '@univerjs/core';
import {
  BooleanNumber,
  DataValidationErrorStyle,
  DataValidationRenderMode,
  DataValidationType,
} from '@univerjs/core';
import {
  CFRuleType,
  CFSubRuleType,
  type IConditionFormattingRule,
} from '@univerjs/preset-sheets-conditional-formatting';
import type { ListeVue, OngletVu, RegleVue } from '../protocole';
import { idOnglet } from './classeur-univer';

/** Listes déroulantes et mises en valeur, dans la forme que la grille charge avec le classeur. */
export function ressources(onglets: readonly OngletVu[]): IWorkbookData['resources'] {
  const parOnglet = (de: (o: OngletVu) => readonly unknown[]): string =>
    JSON.stringify(
      Object.fromEntries(
        onglets.map((o, i) => [idOnglet(i), de(o)] as const).filter(([, r]) => r.length > 0),
      ),
    );
  return [
    {
      name: 'SHEET_CONDITIONAL_FORMATTING_PLUGIN',
      data: parOnglet((o) => o.regles.map((r, i) => versRegle(r, `regle-${i}`, o.lignes))),
    },
    {
      name: 'SHEET_DATA_VALIDATION_PLUGIN',
      data: parOnglet((o) => o.listes.map((l) => versListe(l, o.lignes))),
    },
  ];
}

const sousEntete = (de: number, a: number, lignes: number): IRange => ({
  startRow: 1,
  endRow: lignes - 1,
  startColumn: de,
  endColumn: a,
});

function versRegle(regle: RegleVue, cfId: string, lignes: number): IConditionFormattingRule {
  const style: IStyleBase = {
    ...(regle.couleur ? { cl: { rgb: `#${regle.couleur}` } } : {}),
    ...(regle.fond ? { bg: { rgb: `#${regle.fond}` } } : {}),
    ...(regle.gras ? { bl: BooleanNumber.TRUE } : {}),
    ...(regle.barre ? { st: { s: BooleanNumber.TRUE } } : {}),
  };
  return {
    cfId,
    ranges: [sousEntete(regle.de, regle.a, lignes)],
    stopIfTrue: false,
    rule: {
      type: CFRuleType.highlightCell,
      subType: CFSubRuleType.formula,
      value: regle.formule,
      style,
    },
  };
}

function versListe(liste: ListeVue, lignes: number): ISheetDataValidationRule {
  return {
    uid: `liste-${liste.rang}`,
    type: DataValidationType.LIST,
    ranges: [sousEntete(liste.rang, liste.rang, lignes)],
    formula1: liste.valeurs.map((v) => v.replaceAll(',', '')).join(','),
    errorStyle: DataValidationErrorStyle.INFO,
    allowBlank: true,
    showDropDown: true,
    renderMode: DataValidationRenderMode.ARROW,
  };
}
