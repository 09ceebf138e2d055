import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { creerModele } from '../../cli/workbooks/xlsx/creer-modele';
import { GRAPHIQUES } from '../../sheets-templates/tableau/graphiques';
import { requetesDesGraphiques } from '../../sheets-templates/tableau/graphiques-google';

describe('les graphiques natifs', () => {
  const parties: Record<string, string> = {};
  beforeAll(async () => {
    for (const [nom, octets] of Object.entries(unzipSync(await creerModele()))) {
      if (/xml|rels$/.test(nom)) parties[nom] = strFromU8(octets);
    }
  });

  it.each(GRAPHIQUES.map((g, i) => [g.cle, g, i] as const))(
    '%s est lié à ses cellules',
    (_, g, i) => {
      const xml = parties[`xl/charts/chart${i + 1}.xml`] ?? '';
      for (const { valeurs } of [...g.barres, ...g.lignes]) {
        expect(xml).toContain(`<c:f>${valeurs}</c:f>`);
      }
      expect(parties['[Content_Types].xml']).toContain(`/xl/charts/chart${i + 1}.xml`);
      expect(parties['xl/drawings/drawing900.xml']).toContain(g.description);
    },
  );

  it('la même déclaration donne les requêtes de Google', () => {
    const requetes = requetesDesGraphiques(
      (nom) => nom.length,
      () => ({ largeur: 400, hauteur: 120 }),
    );
    expect(requetes).toHaveLength(GRAPHIQUES.length);
    const ca = requetes.find((r) => r.addChart.chart.spec.altText.startsWith('CA signé des'));
    expect(ca?.addChart.chart.spec.basicChart).toMatchObject({
      chartType: 'COMBO',
      legendPosition: 'TOP_LEGEND',
      series: [{ type: 'COLUMN' }, { type: 'COLUMN' }, { type: 'LINE' }],
    });
    expect(ca?.addChart.chart.spec.basicChart.domains[0]?.domain.sourceRange.sources[0]).toEqual({
      sheetId: 'Chiffres'.length,
      startRowIndex: 14,
      endRowIndex: 26,
      startColumnIndex: 11,
      endColumnIndex: 12,
    });
  });
});
