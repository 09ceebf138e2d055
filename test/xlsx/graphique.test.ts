import { describe, expect, it } from 'vitest';
import { GRAPHIQUES } from '../../sheets-templates/tableau/graphiques';
import { graphiqueXml } from '../../cli/workbooks/xlsx/modele/graphique-xml';

const graphique = (cle: string) => {
  const g = GRAPHIQUES.find((un) => un.cle === cle);
  if (!g) throw new Error(cle);
  return g;
};

describe('un mois à zéro et un mois sans donnée ne se ressemblent pas', () => {
  it.each(['taux', 'satisfaction'])(
    '%s : chaque série étiquette ses zéros, et eux seuls',
    (cle) => {
      const xml = graphiqueXml(graphique(cle));
      const series = xml.match(/<c:ser>.*?<\/c:ser>/g) ?? [];
      expect(series).toHaveLength(graphique(cle).barres.length);
      for (const s of series) {
        expect(s).toContain('<c:dLbls><c:numFmt formatCode=";;0" sourceLinked="0"/>');
        expect(s).toContain('<c:showVal val="1"/>');
      }
    },
  );

  it.each(['ca', 'ages', 'tendanceTaux'])('%s : un zéro y est un zéro, rien ne s’écrit', (cle) => {
    expect(graphiqueXml(graphique(cle))).not.toContain('dLbls');
  });
});
