import { describe, expect, it } from 'vitest';
import { compilerRegle, type ValeurRegle } from '../../cli/preview/document/evaluer-regle';
import type { Cellules } from '../../cli/preview/document/grille';
import { positionsDe } from '../../cli/preview/document/positions';
import { reglesDe } from '../../cli/preview/document/vue-regles';
import { versSerie } from '../../src/commun/date-civile';
import { ONGLETS } from '../../sheets-templates/onglet';
import { jour } from '../support/valeurs';

const LUNDI = versSerie(jour('2026-03-02'));

/** L'en-tête d'un onglet, dans son ordre de départ. */
const enteteDe = (nom: string): Cellules => [
  ONGLETS.find((o) => o.nom === nom)?.colonnes.map((c) => ({ valeur: c.entete })),
];

describe('les formules de mise en valeur', () => {
  it.each(ONGLETS.filter((o) => o.regles.length > 0).map((o) => [o.nom] as const))(
    'celles de « %s » se compilent toutes',
    (nom) => {
      const declare = positionsDe(nom, enteteDe(nom));
      if (!declare) throw new Error(nom);
      const regles = reglesDe(declare, LUNDI);
      expect(regles.length).toBeGreaterThan(0);
      for (const { formule } of regles) expect(() => compilerRegle(formule)).not.toThrow();
    },
  );

  const vaut = (formule: string, cellules: readonly ValeurRegle[], avant: ValeurRegle = null) =>
    compilerRegle(formule)((rang, decalage) => (decalage < 0 ? avant : (cellules[rang] ?? null)));

  it.each([
    ['=$A2="Signé"', ['signé'], true],
    ['=$A2="Signé"', [null], false],
    ['=$A2<>""', [null], false],
    ['=$A2<>""', [0], true],
    ['=AND($A2<>"",$A2<46083)', [46_082], true],
    ['=AND($A2<>"",$A2<46083)', [null], false],
    ['=AND($A2<>"",$A2<46083)', ['un texte'], false],
    ['=OR($A2=1,$B2="x")', [2, 'X'], true],
    ['=ISNUMBER($A2)', ['12'], false],
    ['=AND(ISNUMBER($A2),$A2<=6)', [6], true],
    ['=AND($A2>=46083-WEEKDAY(46083,2)+1,$A2<=46083-WEEKDAY(46083,2)+7)', [46_083], true],
    ['=AND($A2>=46083-WEEKDAY(46083,2)+1,$A2<=46083-WEEKDAY(46083,2)+7)', [46_090], false],
    ['=$A2=46083-DAY(46083)+1', [46_082], true],
    ['=$A2="dit ""oui"""', ['dit "oui"'], true],
  ])('%s avec %j', (formule, cellules, attendu) => {
    expect(vaut(formule, cellules)).toBe(attendu);
  });

  it('une cellule de la ligne d’avant', () => {
    expect(vaut('=$A2<>$A1', ['b'], 'a')).toBe(true);
    expect(vaut('=$A2<>$A1', ['a'], 'a')).toBe(false);
  });

  it.each(['=SOMME($A2)', '=$A2=', '=($A2=1', '=$A2=1)', '=A2=1'])('%s n’est pas comprise', (f) => {
    expect(() => compilerRegle(f)).toThrow(Error);
  });
});
