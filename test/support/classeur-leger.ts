import { ecrireCellule } from '../../src/classeur/ecrire-cellule';
import { CLES_TABLES, TABLES } from '../../src/classeur/tables';
import { LOCALE, FUSEAU, META } from '../../src/sheets-api/reperes';
import { ClasseurGoogle, ID } from './classeur-google';
import type { Contenu } from './classeur-en-memoire';

const cellule = (brut: unknown): object => {
  if (typeof brut === 'number') return { userEnteredValue: { numberValue: brut } };
  return typeof brut === 'string' ? { userEnteredValue: { stringValue: brut } } : {};
};

/**
 * Un classeur installé, sans son aspect : en-têtes, marques et jeton. Mille fois plus rapide à
 * fabriquer que le vrai, et tout ce que lit et écrit le produit y est.
 */
export function jsonLeger(contenu: Contenu = {}, id = ID): object {
  let metadataId = 0;
  const marque = (metadataKey: string, metadataValue: string, location: object): object => ({
    ...{ metadataId: ++metadataId, metadataKey, metadataValue, location },
    visibility: 'DOCUMENT',
  });
  const sheets = CLES_TABLES.map((cle, rang) => {
    const { onglet, colonnes } = TABLES[cle];
    const sheetId = 100 + rang;
    const entete = Object.values(colonnes).map((c) => cellule(c.entete));
    const lignes = (contenu[cle] ?? []).map((valeurs) => ({
      values: Object.entries(colonnes).map(([nom, colonne]) =>
        cellule(ecrireCellule(colonne, (valeurs as Record<string, unknown>)[nom]).brut),
      ),
    }));
    const rowCount = Math.max(1000, lignes.length + 100);
    const columnCount = entete.length + 4;
    const columnMetadata = Object.keys(colonnes).map((nom, i) => {
      const dimensionRange = { sheetId, dimension: 'COLUMNS', startIndex: i, endIndex: i + 1 };
      const location = { dimensionRange };
      return { developerMetadata: [marque(META.colonne, `${cle}.${nom}`, location)] };
    });
    return {
      properties: { sheetId, title: onglet, gridProperties: { rowCount, columnCount } },
      developerMetadata: [marque(META.onglet, cle, { sheetId })],
      data: [{ rowData: [{ values: entete }, ...lignes], columnMetadata }],
    };
  });
  const registre = 100 + CLES_TABLES.indexOf('registre');
  const coin = { sheetId: registre, startRowIndex: 0, endRowIndex: 1 };
  const range = { ...coin, startColumnIndex: 0, endColumnIndex: 1 };
  return {
    properties: { locale: LOCALE, timeZone: FUSEAU },
    namedRanges: [{ namedRangeId: 'jeton0', name: `SUIVI_JETON_${'0'.repeat(16)}`, range }],
    developerMetadata: [marque(META.classeur, id, { spreadsheet: true })],
    sheets,
  };
}

export const classeurLeger = (contenu: Contenu = {}): ClasseurGoogle =>
  new ClasseurGoogle(jsonLeger(contenu));
