/** Les énumérations de l'API que nous employons, sans leur valeur « UNSPECIFIED ». */
export const ENUMS = {
  Dimension: ['ROWS', 'COLUMNS'],
  SheetType: ['GRID', 'OBJECT', 'DATA_SOURCE'],
  RecalculationInterval: ['ON_CHANGE', 'MINUTE', 'HOUR'],
  NumberFormatType: [
    ...['TEXT', 'NUMBER', 'PERCENT', 'CURRENCY', 'DATE', 'TIME', 'DATE_TIME', 'SCIENTIFIC'],
  ],
  HorizontalAlign: ['LEFT', 'CENTER', 'RIGHT'],
  VerticalAlign: ['TOP', 'MIDDLE', 'BOTTOM'],
  WrapStrategy: ['OVERFLOW_CELL', 'LEGACY_WRAP', 'CLIP', 'WRAP'],
  TextDirection: ['LEFT_TO_RIGHT', 'RIGHT_TO_LEFT'],
  HyperlinkDisplayType: ['LINKED', 'PLAIN_TEXT'],
  Style: ['NONE', 'DOTTED', 'DASHED', 'SOLID', 'SOLID_MEDIUM', 'SOLID_THICK', 'DOUBLE'],
  ThemeColorType: [
    ...['TEXT', 'BACKGROUND', 'ACCENT1', 'ACCENT2', 'ACCENT3', 'ACCENT4', 'ACCENT5', 'ACCENT6'],
    'LINK',
  ],
  ErrorType: [
    ...['ERROR', 'NULL_VALUE', 'DIVIDE_BY_ZERO', 'VALUE', 'REF', 'NAME', 'NUM', 'N_A', 'LOADING'],
  ],
  ConditionType: [
    ...['NUMBER_GREATER', 'NUMBER_GREATER_THAN_EQ', 'NUMBER_LESS', 'NUMBER_LESS_THAN_EQ'],
    ...['NUMBER_EQ', 'NUMBER_NOT_EQ', 'NUMBER_BETWEEN', 'NUMBER_NOT_BETWEEN'],
    ...['TEXT_CONTAINS', 'TEXT_NOT_CONTAINS', 'TEXT_STARTS_WITH', 'TEXT_ENDS_WITH', 'TEXT_EQ'],
    ...['TEXT_NOT_EQ', 'TEXT_IS_EMAIL', 'TEXT_IS_URL', 'DATE_EQ', 'DATE_NOT_EQ', 'DATE_BEFORE'],
    ...['DATE_AFTER', 'DATE_ON_OR_BEFORE', 'DATE_ON_OR_AFTER', 'DATE_BETWEEN', 'DATE_NOT_BETWEEN'],
    ...['DATE_IS_VALID', 'ONE_OF_RANGE', 'ONE_OF_LIST', 'BLANK', 'NOT_BLANK', 'CUSTOM_FORMULA'],
    ...['BOOLEAN', 'FILTER_EXPRESSION'],
  ],
  RelativeDate: ['PAST_YEAR', 'PAST_MONTH', 'PAST_WEEK', 'YESTERDAY', 'TODAY', 'TOMORROW'],
  InterpolationPointType: ['MIN', 'MAX', 'NUMBER', 'PERCENT', 'PERCENTILE'],
  SortOrder: ['ASCENDING', 'DESCENDING'],
  MergeType: ['MERGE_ALL', 'MERGE_COLUMNS', 'MERGE_ROWS'],
  PasteType: [
    ...['PASTE_NORMAL', 'PASTE_VALUES', 'PASTE_FORMAT', 'PASTE_NO_BORDERS', 'PASTE_FORMULA'],
    ...['PASTE_DATA_VALIDATION', 'PASTE_CONDITIONAL_FORMATTING'],
  ],
  PasteOrientation: ['NORMAL', 'TRANSPOSE'],
  DeveloperMetadataLocationType: ['ROW', 'COLUMN', 'SHEET', 'SPREADSHEET'],
  DeveloperMetadataVisibility: ['DOCUMENT', 'PROJECT'],
  DeveloperMetadataLocationMatchingStrategy: ['EXACT_LOCATION', 'INTERSECTING_LOCATION'],
  ColumnType: [
    ...['DOUBLE', 'CURRENCY', 'PERCENT', 'DATE', 'TIME', 'DATE_TIME', 'TEXT', 'BOOLEAN'],
    ...['DROPDOWN', 'FILES_CHIP', 'PEOPLE_CHIP', 'FINANCE_CHIP', 'PLACE_CHIP', 'RATINGS_CHIP'],
  ],
  BasicChartType: ['BAR', 'LINE', 'AREA', 'COLUMN', 'SCATTER', 'COMBO', 'STEPPED_AREA'],
  BasicChartLegendPosition: [
    ...['BOTTOM_LEGEND', 'LEFT_LEGEND', 'RIGHT_LEGEND', 'TOP_LEGEND', 'NO_LEGEND', 'INSIDE_LEGEND'],
  ],
  BasicChartAxisPosition: ['BOTTOM_AXIS', 'LEFT_AXIS', 'RIGHT_AXIS'],
  BasicChartStackedType: ['NOT_STACKED', 'STACKED', 'PERCENT_STACKED'],
  BasicChartCompareMode: ['DATUM', 'CATEGORY'],
  ChartHiddenDimensionStrategy: [
    ...['SKIP_HIDDEN_ROWS_AND_COLUMNS', 'SKIP_HIDDEN_ROWS', 'SKIP_HIDDEN_COLUMNS', 'SHOW_ALL'],
  ],
  ChartAggregateType: ['AVERAGE', 'COUNT', 'MAX', 'MEDIAN', 'MIN', 'SUM'],
  ChartNumberFormatSource: ['FROM_DATA', 'CUSTOM'],
  ComparisonType: ['ABSOLUTE_DIFFERENCE', 'PERCENTAGE_DIFFERENCE'],
  ViewWindowMode: ['DEFAULT_VIEW_WINDOW_MODE', 'EXPLICIT', 'PRETTY'],
  DataLabelType: ['NONE', 'DATA', 'CUSTOM'],
  DataLabelPlacement: [
    ...['CENTER', 'LEFT', 'RIGHT', 'ABOVE', 'BELOW', 'INSIDE_END', 'INSIDE_BASE', 'OUTSIDE_END'],
  ],
  LineDashType: [
    ...['INVISIBLE', 'CUSTOM', 'SOLID', 'DOTTED', 'MEDIUM_DASHED', 'MEDIUM_DASHED_DOTTED'],
    ...['LONG_DASHED', 'LONG_DASHED_DOTTED'],
  ],
  PointShape: [
    ...['CIRCLE', 'DIAMOND', 'HEXAGON', 'PENTAGON', 'SQUARE', 'STAR', 'TRIANGLE', 'X_MARK'],
  ],
  PieChartLegendPosition: [
    ...['BOTTOM_LEGEND', 'LEFT_LEGEND', 'RIGHT_LEGEND', 'TOP_LEGEND', 'NO_LEGEND'],
    'LABELED_LEGEND',
  ],
} as const satisfies Record<string, readonly string[]>;
