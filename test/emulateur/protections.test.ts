import { beforeEach, describe, expect, it } from 'vitest';
import { EmulateurVerifie } from '../support/emulateur-verifie';
import { cellule, dimension, ecrire, ID, lire, plage, rangees, refus } from './aides';

const ANNE = 'anne@exemple.fr';
const BRUNO = 'bruno@exemple.fr';
const fields = 'userEnteredValue';
const REFUS = /^You are trying to edit a protected cell or object/;

describe('un classeur qui a un propriétaire', () => {
  let e: EmulateurVerifie;
  const par = (adresse: string, ...requetes: object[]) =>
    refus(() => e.executer({ methode: 'batchUpdate', id: ID, requetes }, adresse));
  const proteger = (ajout: object) => ({
    addProtectedRange: {
      protectedRange: { protectedRangeId: 1, range: plage(1, 3, 0, 2), ...ajout },
    },
  });
  const mettre = (l: number, c: number, v = 'x') => ({
    repeatCell: { range: plage(l, l + 1, c, c + 1), cell: cellule(v), fields },
  });

  beforeEach(() => {
    e = new EmulateurVerifie();
    const data = [
      {
        rowData: rangees([
          ['N°', 'a'],
          ['1', 'b'],
          ['2', 'c'],
          ['3', 'd'],
        ]),
      },
    ];
    e.creer(ID, { sheets: [{ properties: { title: 'Devis' }, data }] }, ANNE);
  });

  it.each([
    ['écrire dedans', mettre(1, 0), true],
    ['écrire à côté', mettre(1, 2), false],
    ['écrire dessous', mettre(3, 0), false],
    ['y remettre la même valeur', mettre(1, 0, '1'), false],
    ['ajouter à la fin', { appendCells: { sheetId: 0, rows: rangees([['4']]), fields } }, false],
    ['insérer au-dessus', { insertDimension: { range: dimension('ROWS', 0, 1) } }, false],
    ['insérer dedans', { insertDimension: { range: dimension('ROWS', 2, 3) } }, true],
    ['supprimer une ligne protégée', { deleteDimension: { range: dimension('ROWS', 1, 2) } }, true],
    ['supprimer la feuille', { deleteSheet: { sheetId: 0 } }, true],
    ['ôter la protection', { deleteProtectedRange: { protectedRangeId: 1 } }, true],
  ])('%s', (_, requete, refuse) => {
    ecrire(e, { addSheet: { properties: { title: 'Autre' } } }, proteger({}));
    expect(par(BRUNO, requete)).toEqual(refuse ? expect.stringMatching(REFUS) : null);
    expect(par(ANNE, requete)).toBeNull();
  });

  it('un éditeur, ou un simple avertissement, n’arrête pas', () => {
    ecrire(e, proteger({ editors: { users: [BRUNO] } }));
    expect(par(BRUNO, mettre(1, 0))).toBeNull();
    ecrire(e, { deleteProtectedRange: { protectedRangeId: 1 } }, proteger({ warningOnly: true }));
    expect(par(BRUNO, mettre(1, 0))).toBeNull();
  });

  it('qui protège reste éditeur', () => {
    expect(par(BRUNO, proteger({}))).toBeNull();
    expect(par(BRUNO, mettre(1, 0))).toBeNull();
    expect(lire(e, 'sheets.protectedRanges.editors')).toEqual({
      sheets: [{ protectedRanges: [{ editors: { users: [ANNE, BRUNO] } }] }],
    });
  });

  it('une feuille protégée sauf une colonne', () => {
    ecrire(e, proteger({ range: { sheetId: 0 }, unprotectedRanges: [plage(1, 9, 1, 2)] }));
    expect(par(BRUNO, mettre(1, 1))).toBeNull();
    expect(par(BRUNO, mettre(1, 0))).toMatch(REFUS);
  });
});
