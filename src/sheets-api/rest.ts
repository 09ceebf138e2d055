/**
 * Les objets JSON de l'API Google Sheets v4 que nous envoyons, et eux seuls (un test vérifie qu'ils
 * sont bien ceux de Google). Indices à partir de 0, fins exclues ; un indice absent ne borne pas.
 */
export interface PlageGrille {
  readonly sheetId: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

interface PlageDimension {
  readonly sheetId: number;
  readonly dimension: 'ROWS' | 'COLUMNS';
  readonly startIndex: number;
  readonly endIndex: number;
}

type ValeurEtendue =
  | { readonly numberValue: number }
  | { readonly stringValue: string }
  | { readonly boolValue: boolean }
  | { readonly formulaValue: string };

export interface Couleur {
  /** De 0 à 1. */
  readonly rgbColor: { readonly red: number; readonly green: number; readonly blue: number };
}

export interface FormatNombre {
  readonly type: 'TEXT' | 'NUMBER' | 'PERCENT' | 'CURRENCY' | 'DATE' | 'DATE_TIME';
  readonly pattern: string;
}

export interface FormatTexte {
  readonly foregroundColorStyle?: Couleur;
  readonly fontFamily?: string;
  readonly fontSize?: number;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly strikethrough?: boolean;
  readonly underline?: boolean;
  /** `#gid=…` : un onglet du classeur. */
  readonly link?: { readonly uri: string };
}

interface Bordure {
  readonly style: 'SOLID';
  readonly colorStyle: Couleur;
}

export interface FormatCellule {
  readonly numberFormat?: FormatNombre;
  readonly backgroundColorStyle?: Couleur;
  readonly borders?: { readonly top?: Bordure; readonly bottom?: Bordure };
  readonly horizontalAlignment?: 'LEFT' | 'CENTER' | 'RIGHT';
  readonly verticalAlignment?: 'TOP' | 'MIDDLE' | 'BOTTOM';
  readonly wrapStrategy?: 'WRAP' | 'OVERFLOW_CELL' | 'CLIP';
  readonly textFormat?: FormatTexte;
}

/** Un champ nommé par `fields` et absent d'ici est effacé. */
export interface Cellule {
  readonly userEnteredValue?: ValeurEtendue;
  readonly userEnteredFormat?: FormatCellule;
  readonly note?: string;
  readonly textFormatRuns?: readonly {
    readonly startIndex?: number;
    readonly format: FormatTexte;
  }[];
}

export interface Rangee {
  readonly values: readonly Cellule[];
}

export interface Condition {
  readonly type:
    'ONE_OF_LIST' | 'ONE_OF_RANGE' | 'NUMBER_BETWEEN' | 'DATE_BETWEEN' | 'CUSTOM_FORMULA';
  readonly values: readonly { readonly userEnteredValue: string }[];
}

export interface RegleValidation {
  readonly condition: Condition;
  readonly inputMessage: string;
  /** `false` : un avertissement. */
  readonly strict: boolean;
  readonly showCustomUi: boolean;
}

export interface RegleConditionnelle {
  readonly ranges: readonly PlageGrille[];
  readonly booleanRule: { readonly condition: Condition; readonly format: FormatCellule };
}

interface ProprietesOnglet {
  readonly sheetId: number;
  readonly title?: string;
  readonly index?: number;
  readonly tabColorStyle?: Couleur;
  readonly gridProperties?: {
    readonly rowCount?: number;
    readonly columnCount?: number;
    readonly frozenRowCount?: number;
    readonly frozenColumnCount?: number;
    readonly hideGridlines?: boolean;
  };
  readonly hidden?: boolean;
}

export type LieuMetadonnee =
  | { readonly spreadsheet: true }
  | { readonly sheetId: number }
  | { readonly dimensionRange: PlageDimension };

interface FiltreMetadonnee {
  readonly developerMetadataLookup: { readonly metadataId: number };
}

interface DonneesGraphique {
  /** L'en-tête d'abord, qui nomme la série. */
  readonly sourceRange: { readonly sources: readonly PlageGrille[] };
}

export interface SerieTracee {
  readonly series: DonneesGraphique;
  readonly targetAxis: 'LEFT_AXIS';
  readonly type: 'COLUMN' | 'LINE';
  readonly colorStyle: Couleur;
  readonly lineStyle?: {
    readonly type: 'SOLID' | 'MEDIUM_DASHED' | 'DOTTED';
    readonly width: number;
  };
  /** Une étiquette par valeur, dans la colonne qui la suit. */
  readonly dataLabel?: {
    readonly type: 'CUSTOM';
    readonly customLabelData: DonneesGraphique;
    readonly placement: 'OUTSIDE_END';
    readonly textFormat: FormatTexte;
  };
}

export interface SpecGraphique {
  readonly altText: string;
  readonly fontName: string;
  readonly hiddenDimensionStrategy: 'SHOW_ALL';
  readonly basicChart: {
    readonly chartType: 'COMBO';
    readonly legendPosition: 'BOTTOM_LEGEND' | 'NO_LEGEND';
    readonly headerCount: number;
    readonly axis: readonly {
      readonly position: 'BOTTOM_AXIS' | 'LEFT_AXIS';
      readonly format: FormatTexte;
      readonly viewWindowOptions?: {
        readonly viewWindowMode: 'EXPLICIT';
        readonly viewWindowMin: number;
        readonly viewWindowMax: number;
      };
    }[];
    readonly domains: readonly { readonly domain: DonneesGraphique }[];
    readonly series: readonly SerieTracee[];
  };
}

interface PositionGraphique {
  readonly overlayPosition: {
    readonly anchorCell: {
      readonly sheetId: number;
      readonly rowIndex: number;
      readonly columnIndex: number;
    };
    readonly widthPixels: number;
    readonly heightPixels: number;
  };
}

/** Les opérations d'un `batchUpdate` et leurs arguments. */
interface Operations {
  updateSpreadsheetProperties: {
    readonly properties: { readonly locale?: string; readonly timeZone?: string };
    readonly fields: string;
  };
  addSheet: { readonly properties: ProprietesOnglet };
  deleteSheet: { readonly sheetId: number };
  updateSheetProperties: { readonly properties: ProprietesOnglet; readonly fields: string };
  updateDimensionProperties: {
    readonly range: PlageDimension;
    readonly properties: { readonly pixelSize: number };
    readonly fields: 'pixelSize';
  };
  appendDimension: {
    readonly sheetId: number;
    readonly dimension: 'ROWS' | 'COLUMNS';
    readonly length: number;
  };
  insertDimension: { readonly range: PlageDimension; readonly inheritFromBefore: boolean };
  appendCells: {
    readonly sheetId: number;
    readonly rows: readonly Rangee[];
    readonly fields: string;
  };
  /** Sans `rows` : la plage est effacée (pour `fields`). */
  updateCells: {
    readonly range: PlageGrille;
    readonly rows?: readonly Rangee[];
    readonly fields: string;
  };
  repeatCell: { readonly range: PlageGrille; readonly cell: Cellule; readonly fields: string };
  copyPaste: {
    readonly source: PlageGrille;
    readonly destination: PlageGrille;
    readonly pasteType: 'PASTE_FORMULA';
    readonly pasteOrientation: 'NORMAL';
  };
  mergeCells: { readonly range: PlageGrille; readonly mergeType: 'MERGE_ALL' };
  unmergeCells: { readonly range: PlageGrille };
  setDataValidation: { readonly range: PlageGrille; readonly rule?: RegleValidation };
  addConditionalFormatRule: { readonly rule: RegleConditionnelle; readonly index: number };
  deleteConditionalFormatRule: { readonly sheetId: number; readonly index: number };
  addProtectedRange: {
    readonly protectedRange: {
      readonly range: PlageGrille;
      readonly description: string;
      readonly warningOnly: boolean;
    };
  };
  addNamedRange: { readonly namedRange: { readonly name: string; readonly range: PlageGrille } };
  updateNamedRange: {
    readonly namedRange: {
      readonly namedRangeId: string;
      readonly name: string;
      readonly range: PlageGrille;
    };
    readonly fields: 'range';
  };
  deleteNamedRange: { readonly namedRangeId: string };
  createDeveloperMetadata: {
    readonly developerMetadata: {
      readonly metadataKey: string;
      readonly metadataValue: string;
      readonly location: LieuMetadonnee;
      readonly visibility: 'DOCUMENT';
    };
  };
  updateDeveloperMetadata: {
    readonly dataFilters: readonly FiltreMetadonnee[];
    readonly developerMetadata: { readonly metadataValue: string };
    readonly fields: 'metadataValue';
  };
  deleteDeveloperMetadata: { readonly dataFilter: FiltreMetadonnee };
  addChart: {
    readonly chart: {
      readonly chartId: number;
      readonly spec: SpecGraphique;
      readonly position: PositionGraphique;
    };
  };
  updateChartSpec: { readonly chartId: number; readonly spec: SpecGraphique };
  addTable: {
    readonly table: {
      readonly name: string;
      readonly range: PlageGrille;
      readonly rowsProperties: {
        readonly headerColorStyle: Couleur;
        readonly firstBandColorStyle: Couleur;
        readonly secondBandColorStyle: Couleur;
      };
      readonly columnProperties: readonly {
        readonly columnIndex: number;
        readonly columnName: string;
        readonly columnType: 'DROPDOWN';
        readonly dataValidationRule: { readonly condition: Condition };
      }[];
    };
  };
}

/** Une requête d'un `batchUpdate` : un seul champ, du nom de l'opération. */
export type Requete = {
  [O in keyof Operations]: { readonly [K in O]: Operations[K] };
}[keyof Operations];
