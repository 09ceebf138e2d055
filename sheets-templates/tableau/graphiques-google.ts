import { GRAPHIQUES, type Graphique, type SerieGraphique } from './graphiques';
import { ONGLET_TABLEAU } from './grille';

/** Le numéro (`sheetId`) d'un onglet, par son nom. */
export type NumeroDOnglet = (nom: string) => number;

interface Plage {
  readonly sheetId: number;
  readonly startRowIndex: number;
  readonly endRowIndex: number;
  readonly startColumnIndex: number;
  readonly endColumnIndex: number;
}

const rangDe = (lettres: string): number =>
  [...lettres].reduce((rang, lettre) => rang * 26 + lettre.charCodeAt(0) - 64, 0) - 1;

/** `'Tableau de bord'!$G$26:$G$29` → une plage de Google. */
function plageDe(reference: string, numero: NumeroDOnglet): Plage {
  const lue = /^'?(.+?)'?!\$([A-Z]+)\$(\d+):\$([A-Z]+)\$(\d+)$/.exec(reference);
  if (!lue) throw new RangeError(`Plage illisible : ${reference}`);
  const [, onglet = '', de = '', premiere, a = '', derniere] = lue;
  return {
    sheetId: numero(onglet),
    startRowIndex: Number(premiere) - 1,
    endRowIndex: Number(derniere),
    startColumnIndex: rangDe(de),
    endColumnIndex: rangDe(a) + 1,
  };
}

const couleur = (rvb: string) => ({
  rgbColor: {
    red: Number.parseInt(rvb.slice(0, 2), 16) / 255,
    green: Number.parseInt(rvb.slice(2, 4), 16) / 255,
    blue: Number.parseInt(rvb.slice(4, 6), 16) / 255,
  },
});

const TRAITS = { plein: 'SOLID', tirets: 'MEDIUM_DASHED', points: 'DOTTED' } as const;

function serie(s: SerieGraphique, type: 'COLUMN' | 'LINE', mele: boolean, numero: NumeroDOnglet) {
  return {
    series: { sourceRange: { sources: [plageDe(s.valeurs, numero)] } },
    targetAxis: 'LEFT_AXIS',
    ...(mele ? { type } : {}),
    colorStyle: couleur(s.couleur),
    ...(type === 'LINE'
      ? { lineStyle: { type: TRAITS[s.trait ?? 'plein'], width: Math.ceil(s.epaisseur ?? 2) } }
      : {}),
  };
}

/** Largeur et hauteur en pixels ; la page les fixe en caractères et en points. */
export type Taille = (g: Graphique) => { readonly largeur: number; readonly hauteur: number };

/** Les requêtes `addChart` de la page : mêmes cellules, mêmes couleurs, mêmes traits que l'`.xlsx`. */
export function requetesDesGraphiques(numero: NumeroDOnglet, taille: Taille) {
  return GRAPHIQUES.map((g) => {
    const chartType = g.barres.length === 0 ? 'LINE' : g.lignes.length === 0 ? 'COLUMN' : 'COMBO';
    // Une série ne dit son genre que dans un graphique qui en mêle deux.
    const mele = chartType === 'COMBO';
    const series = [
      ...g.barres.map((s) => serie(s, 'COLUMN', mele, numero)),
      ...g.lignes.map((s) => serie(s, 'LINE', mele, numero)),
    ];
    const { largeur, hauteur } = taille(g);
    return {
      addChart: {
        chart: {
          spec: {
            altText: g.description,
            fontName: 'Arial',
            basicChart: {
              chartType,
              legendPosition: g.legende ? 'TOP_LEGEND' : 'NO_LEGEND',
              headerCount: 0,
              axis: [
                { position: 'BOTTOM_AXIS' },
                {
                  position: 'LEFT_AXIS',
                  ...(g.nu
                    ? {}
                    : {
                        viewWindowOptions: {
                          viewWindowMin: 0,
                          ...(g.maximum === undefined ? {} : { viewWindowMax: g.maximum }),
                          viewWindowMode: 'EXPLICIT',
                        },
                      }),
                },
              ],
              domains: [{ domain: { sourceRange: { sources: [plageDe(g.categories, numero)] } } }],
              series: series,
            },
          },
          position: {
            overlayPosition: {
              anchorCell: {
                sheetId: numero(ONGLET_TABLEAU),
                rowIndex: g.ancre.ligne - 1,
                columnIndex: g.ancre.colonne - 1,
              },
              widthPixels: largeur,
              heightPixels: hauteur,
            },
          },
        },
      },
    };
  });
}
