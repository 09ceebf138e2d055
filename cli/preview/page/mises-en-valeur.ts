import {
  BooleanNumber,
  InterceptorEffectEnum,
  type ICellDataForSheetInterceptor,
  type IStyleData,
  type Nullable,
} from '@univerjs/core';
import { INTERCEPTOR_POINT, type SheetInterceptorService } from '@univerjs/preset-sheets-core';
import { compilerRegle, type LireColonne, type ValeurRegle } from '../document/evaluer-regle';
import type { OngletVu, RegleVue, StyleVu } from '../protocole';
import { versStyle } from './classeur-univer';

interface Regle {
  readonly de: number;
  readonly a: number;
  readonly estVraie: (lire: LireColonne) => boolean;
  readonly style: IStyleData;
}

/** Ce qu'un onglet ajoute à l'aspect de ses cellules. */
interface Aspect {
  readonly regles: readonly Regle[];
  /** L'aspect d'une cellule de liste déroulante, par rang : seule sa cellule peut le lui donner. */
  readonly listes: ReadonlyMap<number, IStyleData>;
}

/** Un texte trop long pour sa cellule y est coupé. */
const COUPE = 2;

/** Les formats de nombre lisent le style : une date en retard s'y écrit avec un signe. */
const AVANT_LES_FORMATS = 100;

/** Les règles vont de la plus faible à la plus forte : la dernière posée l'emporte. */
function compiler({ regles, listes, colonnes }: OngletVu, styles: readonly StyleVu[]): Aspect {
  return {
    regles: regles
      .map((r) => ({ de: r.de, a: r.a, estVraie: compilerRegle(r.formule), style: deRegle(r) }))
      .toReversed(),
    listes: new Map(
      listes.map(({ rang }) => {
        const style = styles[colonnes[rang]?.style ?? 0] ?? {};
        return [rang, { tb: COUPE, ...versStyle(style) }];
      }),
    ),
  };
}

const deRegle = (regle: RegleVue): IStyleData => ({
  ...(regle.couleur ? { cl: { rgb: `#${regle.couleur}` } } : {}),
  ...(regle.fond ? { bg: { rgb: `#${regle.fond}` } } : {}),
  ...(regle.gras ? { bl: BooleanNumber.TRUE } : {}),
  ...(regle.barre ? { st: { s: BooleanNumber.TRUE } } : {}),
  ...(regle.format ? { n: { pattern: regle.format } } : {}),
});

/**
 * Colore les cellules d'après leur ligne, à mesure qu'elles s'affichent. Rend de quoi changer de
 * règles quand le classeur change : ses onglets par identifiant, et ses styles.
 */
export function poserMisesEnValeur(
  intercepteurs: SheetInterceptorService,
): (onglets: ReadonlyMap<string, OngletVu>, styles: readonly StyleVu[]) => void {
  let aspects: ReadonlyMap<string, Aspect> = new Map();
  intercepteurs.intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    effect: InterceptorEffectEnum.Style,
    priority: AVANT_LES_FORMATS,
    handler: (cellule, lieu, suite) => {
      const aspect = aspects.get(lieu.subUnitId);
      if (!aspect || lieu.row === 0) return suite(cellule);
      const lire: LireColonne = (rang, decalage) =>
        valeurDe(lieu.worksheet.getCellRaw(lieu.row + decalage, rang));
      const liste = aspect.listes.get(lieu.col);
      const regles = aspect.regles
        .filter((r) => lieu.col >= r.de && lieu.col <= r.a && r.estVraie(lire))
        .map((r) => r.style);
      if (!liste && regles.length === 0) return suite(cellule);
      const sien = cellule?.s;
      const actuel = typeof sien === 'string' ? lieu.workbook.getStyles().get(sien) : sien;
      return suite({ ...cellule, s: Object.assign({}, liste, actuel, ...regles) });
    },
  });
  return (onglets, styles) => {
    aspects = new Map([...onglets].map(([id, onglet]) => [id, compiler(onglet, styles)]));
  };
}

function valeurDe(cellule: Nullable<ICellDataForSheetInterceptor>): ValeurRegle {
  const v = cellule?.v;
  return v === undefined || v === '' ? null : v;
}
