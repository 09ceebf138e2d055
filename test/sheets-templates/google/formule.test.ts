import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COMPTEURS } from '../../../sheets-templates/compteurs';
import { formuleSheets } from '../../../sheets-templates/google/formule';
import { REGLES } from '../../../sheets-templates/regles';

describe('une formule du classeur, telle que Sheets la lit en français', () => {
  it.each([
    ['TODAY()', '=TODAY()'],
    ['IF(A1="",B1,C1)', '=IF(A1="";B1;C1)'],
    ['=SUM(A1,A2)', '=SUM(A1;A2)'],
    ['IF(A1="a, b",1,2)', '=IF(A1="a, b";1;2)'],
    ['IF(A1="il dit ""oui, non""",1,2)', '=IF(A1="il dit ""oui, non""";1;2)'],
    ["COUNTIFS('Lots, 2026'!$A:$A,1)", "=COUNTIFS('Lots, 2026'!$A:$A;1)"],
    ["COUNTIFS('L''été, 2026'!$A:$A,1)", "=COUNTIFS('L''été, 2026'!$A:$A;1)"],
    ['IF(A1="l\'été, oui",1,2)', '=IF(A1="l\'été, oui";1;2)'],
    ['COUNTIFS(A:A,"<="&TODAY(),B:B,"")', '=COUNTIFS(A:A;"<="&TODAY();B:B;"")'],
    ['CONCAT("a,b","c;d")', '=CONCAT("a,b";"c;d")'],
  ])('%s → %s', (formule, attendue) => {
    expect(formuleSheets(formule)).toBe(attendue);
  });

  it('ne change rien d’autre que les virgules, et garde les textes', () => {
    const texte = fc.string().map((t) => `"${t.replaceAll('"', '""')}"`);
    const feuille = fc.string({ minLength: 1 }).map((t) => `'${t.replaceAll("'", "''")}'!A1`);
    const argument = fc.oneof(texte, feuille, fc.constantFrom('A1', '$B$2', '12'));
    fc.assert(
      fc.property(fc.array(argument, { minLength: 1 }), (args) => {
        expect(formuleSheets(`MAX(${args.join(',')})`)).toBe(`=MAX(${args.join(';')})`);
      }),
    );
  });

  it('aucune formule du produit n’a de nombre à virgule ni de tableau littéral : Sheets les lirait mal', () => {
    const formules = [
      ...COMPTEURS.map((c) => c.formule),
      ...Object.values(REGLES).flatMap((regles) => regles.map((r) => r.formule)),
    ];
    for (const formule of formules) {
      expect(formule.replaceAll(/"[^"]*"|'[^']*'/g, '')).not.toMatch(/\d\.\d|[{}]/);
    }
  });
});
