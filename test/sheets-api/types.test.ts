import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';
import { describe, expectTypeOf, it } from 'vitest';
import type {
  CelluleJson,
  ClasseurJson,
  EcritureJson,
  ValeursJson,
} from '../../src/sheets-api/reponses';
import type { Requete } from '../../src/sheets-api/rest';

/** Les listes de Google s'écrivent, les nôtres non : la seule différence permise. */
type Ecrivable<T> = T extends readonly (infer E)[]
  ? Ecrivable<E>[]
  : T extends object
    ? { -readonly [K in keyof T]: Ecrivable<T[K]> }
    : T;
type SansNul<T> = T extends (infer E)[]
  ? SansNul<E>[]
  : T extends object
    ? { [K in keyof T]: SansNul<NonNullable<T[K]>> }
    : NonNullable<T>;

type Connues<T, G> = { [K in keyof T]: K extends keyof G ? true : K }[keyof T];

describe('nos objets JSON sont ceux de Google', () => {
  it('toute requête que nous savons écrire est une des siennes', () => {
    expectTypeOf<Ecrivable<Requete>>().toExtend<sheets_v4.Schema$Request>();
  });

  it('les champs que nous lisons existent', () => {
    expectTypeOf<Connues<ClasseurJson, sheets_v4.Schema$Spreadsheet>>().toEqualTypeOf<
      true | undefined
    >();
    expectTypeOf<Connues<CelluleJson, sheets_v4.Schema$CellData>>().toEqualTypeOf<
      true | undefined
    >();
    expectTypeOf<SansNul<sheets_v4.Schema$BatchGetValuesResponse>>().toExtend<ValeursJson>();
    expectTypeOf<
      Connues<EcritureJson, sheets_v4.Schema$BatchUpdateSpreadsheetResponse>
    >().toEqualTypeOf<true | undefined>();
  });
});
