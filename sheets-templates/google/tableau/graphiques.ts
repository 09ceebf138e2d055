import type { OngletJson } from '../../../src/sheets-api/reponses';
import type {
  FormatTexte,
  PlageGrille,
  Requete,
  SerieTracee,
  SpecGraphique,
} from '../../../src/sheets-api/rest';
import { PALETTE, POLICE } from '../../palette';
import type { CelluleLibre, PageLibre } from '../../tableau/page-libre';
import { GRAPHIQUES, type Graphique, type SerieGraphique } from '../../tableau/graphiques';
import { couleur, pixelsDeHauteur, pixelsDeLargeur, police } from '../style';

/** Identifiants de nos graphiques : les mêmes partout, pour les retrouver. */
const PREMIER_ID = 20_260_101;
/** Les données tracées, à droite de tout le reste de « Chiffres » : un bloc par graphique. */
const PREMIERE_COLONNE = 90;
const PREMIERE_LIGNE = 2;

interface Bloc {
  readonly graphique: Graphique;
  readonly series: readonly (SerieGraphique & { readonly type: SerieTracee['type'] })[];
  /** La colonne des catégories ; celles de chaque série la suivent. */
  readonly colonne: number;
  /** Colonnes de chaque série : ses valeurs, puis leurs étiquettes si ses zéros s'écrivent. */
  readonly parSerie: 1 | 2;
  readonly lignes: number;
}

function blocs(): Bloc[] {
  const poses: Bloc[] = [];
  let colonne = PREMIERE_COLONNE;
  for (const graphique of GRAPHIQUES) {
    const series = [
      ...graphique.barres.map((s) => Object.assign({ type: 'COLUMN' as const }, s)),
      ...graphique.lignes.map((s) => Object.assign({ type: 'LINE' as const }, s)),
    ];
    const parSerie = graphique.zeros ? 2 : 1;
    const lignes = cellulesDe(graphique.categories).length;
    poses.push({ graphique, series, colonne, parSerie, lignes });
    colonne += series.length * parSerie + 1;
  }
  return poses;
}
const BLOCS = blocs();

/** Les cellules d'une plage d'une colonne : `Chiffres!$L$15:$L$26`. */
function cellulesDe(plage: string): string[] {
  const [, onglet = '', lettre = '', de = '', a = ''] =
    /^(.+!)\$([A-Z]+)\$(\d+):\$[A-Z]+\$(\d+)$/.exec(plage) ?? [];
  return Array.from(
    { length: Number(a) - Number(de) + 1 },
    (_, i) => `${onglet}$${lettre}$${Number(de) + i}`,
  );
}

const DONNEE = { couleur: PALETTE.discret, taille: 9 } as const;

/**
 * Sheets nomme une série par la cellule au-dessus de ses valeurs, et veut ses plages d'un seul tenant :
 * chaque graphique a donc son bloc, qui recopie ce qu'il trace.
 */
export function cellulesDesGraphiques(): CelluleLibre[] {
  return BLOCS.flatMap(({ graphique, series, colonne }) => {
    const { categories, formatCategories, nu, zeros } = graphique;
    const code = formatCategories.replace(/^\[\$-[0-9A-F]+\]/, '');
    const dates = formatCategories !== 'General';
    const colonnes = [
      {
        entete: graphique.description,
        valeurs: categories,
        formule: (c: string) => (dates ? `TEXT(${c},"${code}")` : c),
      },
      ...series.flatMap(({ nom, valeurs }) => [
        // Une tendance saute ce qui manque ; un graphique laisse un trou à #N/A.
        { entete: nom, valeurs, formule: (c: string) => (nu ? `IFERROR(${c},"")` : c) },
        ...(zeros ? [{ entete: nom, valeurs, formule: zeroEcrit }] : []),
      ]),
    ];
    return colonnes.flatMap(({ entete, valeurs, formule }, i): CelluleLibre[] => {
      const titre = { ligne: PREMIERE_LIGNE, colonne: colonne + i, texte: entete, style: DONNEE };
      const donnees = cellulesDe(valeurs).map((c, k) => ({
        ligne: PREMIERE_LIGNE + 1 + k,
        colonne: colonne + i,
        formule: formule(c),
        style: Object.assign({ format: i === 0 ? 'General' : graphique.format }, DONNEE),
      }));
      return [titre as CelluleLibre].concat(donnees);
    });
  });
}

const zeroEcrit = (c: string): string => `IF(IFERROR(${c},1)=0,"0","")`;

export const DERNIERE_COLONNE = Math.max(
  ...BLOCS.map((b) => b.colonne + b.series.length * b.parSerie),
);

/** Les tendances des cartes, dessinées dans leur cellule ; `plage` cite « Chiffres ». */
export function tendances(
  plage: (colonne: number, de: number, a: number) => string,
): CelluleLibre[] {
  return BLOCS.filter((b) => b.graphique.nu).map(({ graphique, colonne, lignes }) => {
    const valeurs = plage(colonne + 1, PREMIERE_LIGNE + 1, PREMIERE_LIGNE + lignes);
    return {
      ligne: graphique.ancre.ligne,
      colonne: graphique.ancre.colonne,
      colonnes: graphique.ancre.colonnes,
      formule: `IFERROR(SPARKLINE(${valeurs}),"")`,
      style: { couleur: PALETTE.accent },
    };
  });
}

const TRAITS = { plein: 'SOLID', tirets: 'MEDIUM_DASHED', points: 'DOTTED' } as const;

function specDe(
  { graphique, series, colonne, parSerie, lignes }: Bloc,
  chiffres: number,
): SpecGraphique {
  const plage = (rang: number): PlageGrille => ({
    ...{ sheetId: chiffres, startRowIndex: PREMIERE_LIGNE - 1 },
    ...{ endRowIndex: PREMIERE_LIGNE + lignes },
    ...{ startColumnIndex: rang - 1, endColumnIndex: rang },
  });
  const donnees = (rang: number) => ({ sourceRange: { sources: [plage(rang)] } });
  const format: FormatTexte = police(PALETTE.discret, { fontSize: 8 });
  const { maximum } = graphique;
  const fenetre =
    maximum === undefined
      ? {}
      : {
          viewWindowOptions: {
            ...({ viewWindowMode: 'EXPLICIT', viewWindowMin: 0 } as const),
            viewWindowMax: maximum,
          },
        };
  return {
    altText: graphique.description,
    fontName: POLICE.nom,
    hiddenDimensionStrategy: 'SHOW_ALL',
    basicChart: {
      chartType: 'COMBO',
      legendPosition: graphique.legende ? 'BOTTOM_LEGEND' : 'NO_LEGEND',
      headerCount: 1,
      axis: [
        { position: 'BOTTOM_AXIS', format },
        { position: 'LEFT_AXIS', format, ...fenetre },
      ],
      domains: [{ domain: donnees(colonne) }],
      series: series.map((s, i) => ({
        series: donnees(colonne + 1 + i * parSerie),
        targetAxis: 'LEFT_AXIS',
        type: s.type,
        colorStyle: couleur(s.couleur),
        ...(s.type === 'LINE'
          ? { lineStyle: { type: TRAITS[s.trait ?? 'plein'], width: Math.round(s.epaisseur ?? 2) } }
          : {}),
        ...(graphique.zeros
          ? {
              dataLabel: {
                ...({ type: 'CUSTOM', placement: 'OUTSIDE_END', textFormat: format } as const),
                customLabelData: donnees(colonne + 2 + i * parSerie),
              },
            }
          : {}),
      })),
    },
  };
}

const somme = (tailles: readonly number[]): number => tailles.reduce((a, b) => a + b, 0);

/** Où il se pose, et la place qu'il couvre. */
function positionDe({ ancre }: Graphique, page: PageLibre, sheetId: number) {
  const largeurs = page.largeurs.slice(ancre.colonne - 1, ancre.colonne - 1 + ancre.colonnes);
  const hauteurs = Array.from(
    { length: ancre.lignes },
    (_, i) => page.hauteurs[ancre.ligne + i] ?? 15,
  );
  return {
    overlayPosition: {
      anchorCell: { sheetId, rowIndex: ancre.ligne - 1, columnIndex: ancre.colonne - 1 },
      widthPixels: somme(largeurs.map(pixelsDeLargeur)),
      heightPixels: somme(hauteurs.map(pixelsDeHauteur)),
    },
  };
}

/**
 * Les graphiques de la page, retrouvés par leur identifiant : redits s'ils y sont, ajoutés sinon. Une
 * page venue d'un `.xlsx` a déjà les siens, liés aux mêmes cellules : ils restent.
 */
export function poserGraphiques(
  page: PageLibre,
  { tableau, chiffres }: { readonly tableau: number; readonly chiffres: number },
  json: OngletJson | undefined,
): Requete[] {
  const presents = new Set((json?.charts ?? []).map((c) => c.chartId));
  const traces = BLOCS.filter((b) => !b.graphique.nu).map((bloc, i) => ({
    bloc,
    chartId: PREMIER_ID + i,
  }));
  const venus = presents.size > 0 && !traces.some(({ chartId }) => presents.has(chartId));
  if (venus) return [];
  return traces.map(({ bloc, chartId }): Requete => {
    const spec = specDe(bloc, chiffres);
    if (presents.has(chartId)) return { updateChartSpec: { chartId, spec } };
    const position = positionDe(bloc.graphique, page, tableau);
    return { addChart: { chart: { chartId, spec, position } } };
  });
}
