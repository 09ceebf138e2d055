import { describe, expect, it } from 'vitest';
import { formatGoogle } from '../../../sheets-templates/google/tableau/cellules';
import { pageChiffres } from '../../../sheets-templates/tableau/chiffres';
import { remettreLesChoix } from '../../../src/sheets-api/choix-tableau';
import { lireEtatGoogle } from '../../../src/sheets-api/lire-classeur-google';
import { ClasseurGoogle, ID } from '../../support/classeur-google';
import { classeurLeger } from '../../support/classeur-leger';
import { feuilleDe } from '../../support/feuille-google';

const classeur = new ClasseurGoogle({ sheets: [{ properties: { title: 'Feuille 1' } }] });
classeur.installer();
const lot = classeur.demandes.find((d) => d.methode === 'batchUpdate');
const page = () => feuilleDe(classeur, 'Tableau de bord');
const cellules = (titre: string) =>
  (feuilleDe(classeur, titre).data?.[0]?.rowData ?? []).flatMap((r) => r.values ?? []);
const formules = (titre: string): string[] =>
  cellules(titre).flatMap((c) => c.userEnteredValue?.formulaValue ?? []);
const plageDe = (nom: string) => classeur.json().namedRanges?.find((n) => n.name === nom)?.range;
const choix = (nom: string) => {
  const { startRowIndex = 0, startColumnIndex = 0 } = plageDe(nom) ?? {};
  return page().data?.[0]?.rowData?.[startRowIndex ?? 0]?.values?.[startColumnIndex ?? 0];
};

describe('le tableau de bord vivant dans Google', () => {
  it('toutes les formules en français : points-virgules, sans décimale, sans jeton', () => {
    const toutes = [
      ...formules('Tableau de bord'),
      ...formules('Chiffres'),
      ...formules('Calculs'),
    ];
    expect(toutes.length).toBeGreaterThan(20_000);
    const hors = toutes.map((f) => f.replace(/"[^"]*"|'[^']*'/g, ''));
    expect(hors.filter((f) => /,|\d\.\d|[{}[\]]/.test(f))).toEqual([]);
  });

  it('s’installe en un lot, loin sous les deux mégaoctets', () => {
    expect(JSON.stringify(lot).length).toBeLessThan(1_000_000);
  });

  it('une ligne de Calculs lit sa ligne : les références suivent', () => {
    const [, deuxieme, troisieme] = feuilleDe(classeur, 'Calculs').data?.[0]?.rowData ?? [];
    // L'envoi : le stade de sa ligne, puis deux cellules de l'onglet.
    const f = (l: typeof deuxieme) => l?.values?.[2]?.userEnteredValue?.formulaValue;
    expect(f(deuxieme)).toMatch(
      /^=IF\(\$B2=\d+;0;INT\(.*IFERROR\(INDEX\(Devis!\$S:\$S;ROW\(\)\);""\)/,
    );
    expect(f(troisieme)).toBe(f(deuxieme)?.replace('$B2', '$B3'));
  });

  it('chaque chiffre a son nom, et les choix leur liste', () => {
    const noms = new Set(classeur.json().namedRanges?.map((n) => n.name));
    const voulus = pageChiffres().cellules.flatMap((c) => c.nom ?? []);
    expect(voulus.filter((n) => !noms.has(n))).toEqual([]);
    expect(choix('TB_mois')?.dataValidation?.condition).toMatchObject({
      type: 'ONE_OF_RANGE',
      values: [{ userEnteredValue: expect.stringMatching(/^=Chiffres!\$[A-Z]+\$3:/) as string }],
    });
    expect(choix('TB_responsable')?.dataValidation?.condition?.values?.[0]?.userEnteredValue).toBe(
      "='Équipe'!$A$2:$A",
    );
  });

  it('cinq graphiques liés à leurs données, cinq tendances dans leur carte ; Calculs est masqué', () => {
    const { charts = [] } = page();
    expect(charts).toHaveLength(5);
    for (const { spec } of charts) {
      expect(spec?.altText).toBeTruthy();
      expect(spec?.basicChart?.series?.length).toBeGreaterThan(0);
    }
    expect(formules('Tableau de bord').filter((f) => f.includes('SPARKLINE('))).toHaveLength(5);
    expect(feuilleDe(classeur, 'Calculs').properties?.hidden).toBe(true);
  });

  it('un taux de zéro s’écrit, un mois sans donnée reste vide', () => {
    const series = (page().charts ?? []).flatMap((c) => c.spec?.basicChart?.series ?? []);
    const etiquetees = series.filter((s) => s.dataLabel);
    expect(etiquetees).toHaveLength(4);
    for (const { series: tracee, dataLabel } of etiquetees) {
      const [valeurs] = tracee?.sourceRange?.sources ?? [];
      const [etiquettes] = dataLabel?.customLabelData?.sourceRange?.sources ?? [];
      expect(etiquettes?.startColumnIndex).toBe((valeurs?.startColumnIndex ?? 0) + 1);
      const cellule = feuilleDe(classeur, 'Chiffres').data?.[0]?.rowData?.[
        (valeurs?.startRowIndex ?? 0) + 1
      ]?.values?.[etiquettes?.startColumnIndex ?? 0];
      expect(cellule?.userEnteredValue?.formulaValue).toMatch(/^=IF\(IFERROR\(.+;1\)=0;"0";""\)$/);
    }
  });

  it('une réparation garde le mois et le responsable choisis, et ne double pas les graphiques', () => {
    const { startRowIndex, startColumnIndex } = plageDe('TB_mois') ?? {};
    const qui = plageDe('TB_responsable')?.startColumnIndex ?? 0;
    const ligne = (startRowIndex ?? 0) + 1;
    classeur.taper('Tableau de bord', ligne, startColumnIndex ?? 0, 46_000);
    classeur.taper('Tableau de bord', ligne, qui, 'helene@valex.example');
    classeur.taper('Tableau de bord', ligne + 5, 1, 'tapé par mégarde');
    classeur.installer();
    expect(choix('TB_mois')?.userEnteredValue).toEqual({ numberValue: 46_000 });
    expect(choix('TB_responsable')?.userEnteredValue?.stringValue).toBe('helene@valex.example');
    expect(JSON.stringify(cellules('Tableau de bord'))).not.toContain('mégarde');
    expect(page().charts).toHaveLength(5);
  });

  it('actualiser remet les deux choix à leur départ, et rien d’autre', () => {
    const autres = formules('Chiffres').length;
    classeur.conduire(remettreLesChoix(classeur.conduire(lireEtatGoogle(ID))));
    expect(choix('TB_mois')?.userEnteredValue?.formulaValue).toContain('TODAY()');
    expect(choix('TB_responsable')?.userEnteredValue).toBeUndefined();
    expect(formules('Chiffres')).toHaveLength(autres);
  });
});

describe('Calculs suit les tables', () => {
  const compte = (classeur: ClasseurGoogle) => {
    const rangees = feuilleDe(classeur, 'Calculs').data?.[0]?.rowData ?? [];
    return rangees.filter((r) => r.values?.[0]?.userEnteredValue?.formulaValue).length;
  };
  const remplir = (classeur: ClasseurGoogle, n: number) =>
    classeur.remplir(
      'devis',
      Array.from({ length: n }, (_, i) => ({ numero: `DEV-2026-${i}`, statut: 'Brouillon' })),
    );
  const grandi = new ClasseurGoogle();
  grandi.installer();
  const depart = compte(grandi);

  it('une écriture qui approche du bout l’allonge dans le même lot', () => {
    grandi.demandes.length = 0;
    remplir(grandi, 60);
    expect(compte(grandi)).toBe(depart);
    remplir(grandi, 100);
    expect(compte(grandi)).toBeGreaterThan(depart + 100);
    expect(grandi.demandes.filter((d) => d.methode === 'batchUpdate')).toHaveLength(2);
    const [, deuxieme, ...reste] = feuilleDe(grandi, 'Calculs').data?.[0]?.rowData ?? [];
    const f = (l: typeof deuxieme, rang: number) =>
      l?.values?.[rang]?.userEnteredValue?.formulaValue;
    const derniere = compte(grandi) + 1;
    expect(f(reste[derniere - 3], 1)).toBe(f(deuxieme, 1)?.replaceAll('$A2', `$A${derniere}`));
  });

  it('au-delà du bas de « Calculs » et de la table, l’un et l’autre s’agrandissent', () => {
    remplir(grandi, 900);
    const calculs = feuilleDe(grandi, 'Calculs').properties?.gridProperties?.rowCount ?? 0;
    const devis = feuilleDe(grandi, 'Devis').properties?.gridProperties?.rowCount ?? 0;
    expect(compte(grandi) + 1).toBeGreaterThan(1060);
    expect(compte(grandi) + 1).toBeLessThanOrEqual(devis);
    expect(calculs).toBeGreaterThanOrEqual(compte(grandi) + 1);
  });

  it('installer à nouveau redit la même couverture', () => {
    const avant = compte(grandi);
    grandi.installer();
    expect(compte(grandi)).toBeGreaterThanOrEqual(avant);
    expect(grandi.json().namedRanges?.filter((n) => n.name === 'SUIVI_CALCULS_devis')).toHaveLength(
      1,
    );
  });
});

it('un onglet de l’utilisateur qui porte un de nos noms n’est pas touché, et c’est dit', () => {
  const leger = classeurLeger();
  leger.aLaMain({ addSheet: { properties: { title: 'Chiffres' } } });
  leger.taper('Chiffres', 1, 0, 'mes chiffres');
  const { remarques } = leger.installer();
  expect(remarques.join()).toContain('« Chiffres » existe déjà');
  expect(leger.emulateur.contenu(ID, 'Chiffres')).toEqual([['mes chiffres']]);
  expect(leger.emulateur.onglets(ID).map((o) => o.titre)).not.toContain('Tableau de bord');
});

it.each([
  ['#,##0\\ "€"', 'NUMBER', '#,##0" ""€"'],
  ['0\\ %', 'PERCENT', '0" "%'],
  ['[$-40C]mmmm\\ yyyy', 'DATE', 'mmmm" "yyyy'],
])('format %s', (format, type, pattern) => {
  expect(formatGoogle(format)).toEqual({ type, pattern });
});
