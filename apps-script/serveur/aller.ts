import { CLES_TABLES, TABLES } from '../../src/classeur/tables';
import { CLE_TABLEAU, ONGLET_TABLEAU } from '../../src/tableau-de-bord/onglets';
import { typographier } from '../../src/messages/formats';
import { lire } from '../../src/sheets-api/insister';
import { trouverOnglet } from '../../src/sheets-api/reperer';
import type { ClasseurJson } from '../../src/sheets-api/reponses';
import type { Arrivee, Destination } from '../panneau/contrat';
import { idClasseur } from './classeur';
import { lireDestination } from './demande';
import { direErreur } from './erreurs';
import { piloter } from './piloter';

const CHAMPS = 'sheets(properties(sheetId,title),developerMetadata(metadataKey,metadataValue))';

type Feuille = GoogleAppsScript.Spreadsheet.Sheet;

/** Un onglet renommé garde sa marque : c'est elle qui le retrouve. */
function feuilleRenommee(onglet: string): Feuille | null {
  const cle =
    onglet === ONGLET_TABLEAU ? CLE_TABLEAU : CLES_TABLES.find((c) => TABLES[c].onglet === onglet);
  if (!cle) return null;
  const json = piloter(lire<ClasseurJson>({ methode: 'get', id: idClasseur(), champs: CHAMPS }));
  const id = trouverOnglet(json.sheets ?? [], cle, onglet)?.properties?.sheetId;
  const feuilles = SpreadsheetApp.getActiveSpreadsheet().getSheets();
  return feuilles.find((f) => f.getSheetId() === id) ?? null;
}

function montrerLigne({ onglet, ligne }: Destination): string | null {
  const feuille =
    SpreadsheetApp.getActiveSpreadsheet().getSheetByName(onglet) ?? feuilleRenommee(onglet);
  if (!feuille) return `L’onglet « ${onglet} » n’est plus dans le classeur.`;
  try {
    feuille.getRange(ligne, 1).activate();
    return null;
  } catch {
    return `L’onglet « ${onglet} » n’a plus de ligne ${ligne} : quelqu’un l’a déplacée ou supprimée.`;
  }
}

/** Montre une ligne du classeur ; ce qui l'empêche est dit. */
export function allerVers(texte: unknown): Arrivee {
  try {
    const message = montrerLigne(lireDestination(texte));
    return { message: message === null ? null : typographier(message) };
  } catch (erreur) {
    return { message: direErreur(erreur) };
  }
}
