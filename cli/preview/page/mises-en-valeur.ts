import {
  BooleanNumber,
  InterceptorEffectEnum,
  type ICellDataForSheetInterceptor,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import { INTERCEPTOR_POINT, type SheetInterceptorService } from '@univerjs/preset-sheets-core';
import { compilerRegle, type LireColonne, type ValeurRegle } from '../document/evaluer-regle';
import type { OngletVu, RegleVue } from '../protocole';

interface Regle {
  readonly de: number;
  readonly a: number;
  readonly estVraie: (lire: LireColonne) => boolean;
  readonly style: IStyleData;
}

/** Les formats de nombre lisent le style : une date en retard s'y écrit avec un signe. */
const AVANT_LES_FORMATS = 100;

/** Les règles d'un onglet, de la plus faible à la plus forte : la dernière posée l'emporte. */
function compiler(onglet: OngletVu): Regle[] {
  return onglet.regles
    .map((r) => ({ de: r.de, a: r.a, estVraie: compilerRegle(r.formule), style: versStyle(r) }))
    .toReversed();
}

const versStyle = (regle: RegleVue): IStyleData => ({
  ...(regle.couleur ? { cl: { rgb: `#${regle.couleur}` } } : {}),
  ...(regle.fond ? { bg: { rgb: `#${regle.fond}` } } : {}),
  ...(regle.gras ? { bl: BooleanNumber.TRUE } : {}),
  ...(regle.barre ? { st: { s: BooleanNumber.TRUE } } : {}),
  ...(regle.format ? { n: { pattern: regle.format } } : {}),
});

export type OngletRegle = readonly [id: string, onglet: OngletVu];

/**
 * Colore les cellules d'après leur ligne, à mesure qu'elles s'affichent. Rend de quoi changer de
 * règles quand le classeur change.
 */
export function poserMisesEnValeur(
  intercepteurs: SheetInterceptorService,
): (onglets: readonly OngletRegle[]) => void {
  let parOnglet: ReadonlyMap<string, readonly Regle[]> = new Map();
  intercepteurs.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style,
    priority: AVANT_LES_FORMATS,
    handler: (cellule, lieu, suite) => {
      const regles = parOnglet.get(lieu.subUnitId);
      if (!regles || regles.length === 0 || lieu.row === 0) return suite(cellule);
      const lire: LireColonne = (rang, decalage) =>
        valeurDe(lieu.worksheet.getCellRaw(lieu.row + decalage, rang));
      const styles = regles
        .filter((r) => lieu.col >= r.de && lieu.col <= r.a && r.estVraie(lire))
        .map((r) => r.style);
      if (styles.length === 0) return suite(cellule);
      const base = cellule?.s;
      const actuel = typeof base === 'string' ? lieu.workbook.getStyles().get(base) : base;
      return suite({ ...cellule, s: Object.assign({}, actuel, ...styles) });
    },
  });
  return (onglets) => {
    parOnglet = new Map(onglets.map(([id, onglet]) => [id, compiler(onglet)]));
  };
}

function valeurDe(cellule: Nullable<ICellDataForSheetInterceptor>): ValeurRegle {
  const v = cellule?.v;
  return v === undefined || v === '' ? null : v;
}
