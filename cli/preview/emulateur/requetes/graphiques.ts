import { invalide } from '../erreur-api';
import { tirerId } from '../modele';
import type { Classeur, Feuille } from '../modele';
import { ranger, resoudre, trouverFeuille } from '../plages';
import { fusionner } from '../schema/masque';
import type { TypeGoogle } from '../schema/types';
import { changerSources } from '../sources-graphique';
import { masqueDe } from './masque-de';

type Graphique = TypeGoogle<'EmbeddedChart'>;
type Position = TypeGoogle<'EmbeddedObjectPosition'>;

/** Un graphique posé sur la grille d'une feuille ; une feuille à lui seul n'est pas admise ici. */
function feuilleDe(c: Classeur, position: Position | undefined): Feuille {
  const coin = position?.overlayPosition?.anchorCell;
  if (!coin) throw invalide('position.overlayPosition.anchorCell must be specified.');
  const f = trouverFeuille(c, coin.sheetId);
  if ((coin.rowIndex ?? 0) >= f.nbLignes) {
    throw invalide(
      `GridCoordinate.rowIndex[${coin.rowIndex ?? 0}] is after last row in grid[${f.nbLignes - 1}]`,
    );
  }
  if ((coin.columnIndex ?? 0) >= f.nbColonnes) {
    throw invalide(
      `GridCoordinate.columnIndex[${coin.columnIndex ?? 0}] is after last column in grid[${f.nbColonnes - 1}]`,
    );
  }
  return f;
}

/** Le dessin, ses plages vérifiées et rangées. */
function controlerSpec(
  c: Classeur,
  spec: TypeGoogle<'ChartSpec'> | undefined,
): TypeGoogle<'ChartSpec'> {
  if (!spec?.basicChart && !spec?.pieChart && !spec?.scorecardChart) {
    throw invalide('chart.spec must have a chart type.');
  }
  return changerSources(spec, (p) => {
    resoudre(c, p);
    return [ranger(p)];
  });
}

function trouver(c: Classeur, id: number | undefined): { feuille: Feuille; graphique: Graphique } {
  for (const feuille of c.feuilles) {
    const graphique = feuille.graphiques.find((g) => g.chartId === id);
    if (graphique) return { feuille, graphique };
  }
  throw invalide(`No object with id: ${id ?? 0}`);
}

export function addChart(c: Classeur, r: TypeGoogle<'AddChartRequest'>): object {
  const demande = r.chart ?? {};
  const spec = controlerSpec(c, demande.spec);
  const feuille = feuilleDe(c, demande.position);
  const chartId = demande.chartId ?? tirerId(c);
  if (c.feuilles.some((f) => f.graphiques.some((g) => g.chartId === chartId))) {
    throw invalide(`A chart with id ${chartId} already exists.`);
  }
  const graphique = { ...demande, spec, chartId };
  feuille.graphiques = [...feuille.graphiques, graphique];
  return { chart: graphique };
}

export function updateChartSpec(c: Classeur, r: TypeGoogle<'UpdateChartSpecRequest'>): object {
  const { feuille, graphique } = trouver(c, r.chartId);
  const neuf = { ...graphique, spec: controlerSpec(c, r.spec) };
  feuille.graphiques = feuille.graphiques.map((g) => (g === graphique ? neuf : g));
  return {};
}

/** Le masque de ce déplacement part de `overlayPosition`, et non de la position. */
export function updateEmbeddedObjectPosition(
  c: Classeur,
  r: TypeGoogle<'UpdateEmbeddedObjectPositionRequest'>,
): object {
  const { feuille, graphique } = trouver(c, r.objectId);
  const masque = masqueDe(r.fields, 'OverlayPosition');
  const overlayPosition = fusionner(
    graphique.position?.overlayPosition ?? {},
    r.newPosition?.overlayPosition ?? {},
    masque,
  );
  const position: Position = { overlayPosition };
  const cible = feuilleDe(c, position);
  feuille.graphiques = feuille.graphiques.filter((g) => g !== graphique);
  cible.graphiques = [...cible.graphiques, { ...graphique, position }];
  return { position };
}

export function deleteEmbeddedObject(
  c: Classeur,
  r: TypeGoogle<'DeleteEmbeddedObjectRequest'>,
): object {
  const { feuille, graphique } = trouver(c, r.objectId);
  feuille.graphiques = feuille.graphiques.filter((g) => g !== graphique);
  return {};
}
