/**
 * Les objets JSON de l'API Google Sheets v4 que nous envoyons, et eux seuls (un test vérifie qu'ils
 * sont bien ceux de Google). Indices à partir de 0, fins exclues.
 */
export interface PlageGrille {
  readonly sheetId: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

export type ValeurEtendue =
  | { readonly numberValue: number }
  | { readonly stringValue: string }
  | { readonly boolValue: boolean }
  | { readonly formulaValue: string };

export interface Cellule {
  readonly userEnteredValue?: ValeurEtendue;
  readonly userEnteredFormat?: {
    readonly numberFormat?: { readonly type: string; readonly pattern: string };
  };
}

export interface Rangee {
  readonly values: readonly Cellule[];
}

/** Une requête d'un `batchUpdate` : un seul champ, du nom de l'opération. */
export type Requete =
  | {
      readonly appendCells: {
        readonly sheetId: number;
        readonly rows: readonly Rangee[];
        readonly fields: string;
      };
    }
  | {
      readonly updateCells: {
        readonly range: PlageGrille;
        readonly rows: readonly Rangee[];
        readonly fields: string;
      };
    };
