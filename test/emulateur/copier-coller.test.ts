import { expect, it } from 'vitest';
import { ClasseurGoogle, ID } from '../support/classeur-google';

const classeur = () =>
  new ClasseurGoogle({
    sheets: [
      {
        properties: { sheetId: 1, title: 'Page', gridProperties: { rowCount: 9, columnCount: 4 } },
      },
    ],
  });
const plage = (l0: number, l1: number, c0 = 0, c1 = 2) => ({
  ...{ sheetId: 1, startRowIndex: l0, endRowIndex: l1 },
  ...{ startColumnIndex: c0, endColumnIndex: c1 },
});
const coller = (
  source: object,
  destination: object,
  pasteType = 'PASTE_FORMULA',
  reste: object = {},
) => ({
  copyPaste: { source, destination, pasteType, ...reste },
});

it('colle la formule, ses références déplacées, et la valeur ; ni le format ni la note', () => {
  const c = classeur().taper('Page', 2, 0, '=A1+$B$1', 12);
  c.aLaMain({ repeatCell: { range: plage(1, 2), cell: { note: 'n' }, fields: 'note' } });
  c.taper('Page', 4, 1, 'avant');
  c.aLaMain(coller(plage(1, 2), plage(2, 5)));
  const rangees = c.json().sheets?.[0]?.data?.[0]?.rowData ?? [];
  expect(rangees.slice(2).map((r) => r.values?.map((v) => v.userEnteredValue))).toEqual([
    [{ formulaValue: '=A2+$B$1' }, { numberValue: 12 }],
    [{ formulaValue: '=A3+$B$1' }, { numberValue: 12 }],
    [{ formulaValue: '=A4+$B$1' }, { numberValue: 12 }],
  ]);
  expect(JSON.stringify(rangees.slice(2))).not.toContain('note');
});

it.each([
  ['sans source', { copyPaste: { destination: plage(2, 3), pasteType: 'PASTE_FORMULA' } }, 400],
  ['un autre collage', coller(plage(1, 2), plage(2, 3), 'PASTE_NORMAL'), 501],
  [
    'transposé',
    coller(plage(1, 2), plage(2, 3), 'PASTE_FORMULA', { pasteOrientation: 'TRANSPOSE' }),
    501,
  ],
  ['pas un multiple', coller(plage(1, 3), plage(3, 6)), 501],
  ['sur lui-même', coller(plage(1, 2), plage(1, 4)), 501],
])('refuse : %s', (_, requete, statut) => {
  const { emulateur } = classeur();
  expect(() => emulateur.executer({ methode: 'batchUpdate', id: ID, requetes: [requete] })).toThrow(
    expect.objectContaining({ statut }) as Error,
  );
});
