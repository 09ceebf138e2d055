import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4';

/** Les messages dont le schéma JSON est tiré : ce que l'on envoie, et ce qui revient. */
export interface MessagesGoogle {
  readonly lot: sheets_v4.Schema$BatchUpdateSpreadsheetRequest;
  readonly reponse: sheets_v4.Schema$BatchUpdateSpreadsheetResponse;
  readonly classeur: sheets_v4.Schema$Spreadsheet;
  readonly valeurs: sheets_v4.Schema$BatchGetValuesResponse;
}
