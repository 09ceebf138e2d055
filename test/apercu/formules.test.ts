import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decalerReferences } from '../../cli/preview/document/decaler-references';
import { pourLaGrille, versFichier, versSheets } from '../../cli/preview/document/formules';

describe('une formule d’un fichier, telle que Sheets la lit en français, et retour', () => {
  it.each([
    ['=ROUND(A1*1.2,2)', '=ROUND(A1*1,2;2)'],
    ['=SUM(1,2.5,A3)', '=SUM(1;2,5;A3)'],
    ['=IF(A1="a,b;c",\'Mon, onglet\'!B2,.5)', '=IF(A1="a,b;c";\'Mon, onglet\'!B2;,5)'],
    ['=SUM({1,2;3,4.5})', '=SUM({1\\2;3\\4,5})'],
    [
      '=COUNTIFS(Devis!$L:$L,"Envoyé",Devis!W:W,"<="&TODAY())',
      '=COUNTIFS(Devis!$L:$L;"Envoyé";Devis!W:W;"<="&TODAY())',
    ],
    ['=A1', '=A1'],
  ])('%s', (fichier, sheets) => {
    expect(versSheets(fichier)).toBe(sheets);
    expect(versFichier(sheets)).toBe(fichier);
  });

  it('l’aller-retour rend la formule', () => {
    const atome = fc.oneof(
      fc.constantFrom('A1', '$B$2', "'Onglet, un'!C3", '"x,y;z"', 'TODAY()', '{1,2;3,4}'),
      fc.double({ min: 0, max: 1e6, noNaN: true }).map((n) => n.toFixed(2)),
      fc.nat().map(String),
    );
    const { formule } = fc.letrec<{ formule: string }>((lie) => ({
      formule: fc.oneof(
        { depthSize: 'small' },
        atome,
        fc
          .tuple(
            fc.constantFrom('SUM', 'IF', 'MAX'),
            fc.array(lie('formule'), { minLength: 1, maxLength: 3 }),
          )
          .map(([nom, args]) => `${nom}(${args.join(',')})`),
      ),
    }));
    fc.assert(
      fc.property(formule, (f) => {
        expect(versFichier(versSheets(f))).toBe(f);
      }),
    );
  });
});

describe('une formule telle que la grille sait la calculer', () => {
  const jusquA = 'Calculs!$AH$2:INDEX(Calculs!$AH$1:$AH$501,Chiffres!$J$29)';
  it.each([
    [`=COUNTIF(${jusquA},$L15+2)`, '=COUNTIF(Calculs!$AH$2:$AH$501,$L15+2)'],
    [`=SUMIF(${jusquA},1,${jusquA})`, '=SUMIF(Calculs!$AH$2:$AH$501,1,Calculs!$AH$2:$AH$501)'],
    // Une recherche par moitiés ne supporte rien après la dernière ligne.
    [`=MATCH($A2,${jusquA},1)`, `=MATCH($A2,${jusquA},1)`],
    [`=MATCH($A2,${jusquA},0)`, '=MATCH($A2,Calculs!$AH$2:$AH$501,0)'],
    ['=SUM(Devis!$A$2:INDEX(Devis!$A:$A,5))', '=SUM(Devis!$A$2:INDEX(Devis!$A:$A,5))'],
  ])('%s', (fichier, grille) => {
    expect(pourLaGrille(fichier)).toBe(grille);
  });
});

describe('des lignes insérées avant la ligne 5 de Devis : ce qui était plus bas a descendu', () => {
  const insertion = { onglet: 'Devis', avant: 5, nombre: 2 };
  it.each([
    ['Devis', '=F5*2', '=F7*2'],
    ['Devis', '=F4*2', '=F4*2'],
    ['Devis', '=SUM(F2:F10)', '=SUM(F2:F12)'],
    ['Devis', '=SUM($F$2:$F$4)', '=SUM($F$2:$F$4)'],
    ['Devis', '=$A$9&"F9"', '=$A$11&"F9"'],
    ['Devis', "=Clients!A9+'Mon onglet'!A9", "=Clients!A9+'Mon onglet'!A9"],
    ['Devis', '=LOG10(A9)+A9A', '=LOG10(A11)+A9A'],
    ['Clients', '=A9+Devis!A9', '=A9+Devis!A11'],
    ['Clients', '=SUM(Devis!A2:A9)+SUM(A2:A9)', '=SUM(Devis!A2:A11)+SUM(A2:A9)'],
    ['Clients', "=SUM('Devis'!A2:A9;B9)", "=SUM('Devis'!A2:A11;B9)"],
  ])('dans %s, %s', (onglet, avant, apres) => {
    expect(decalerReferences(avant, onglet, insertion)).toBe(apres);
  });
});
