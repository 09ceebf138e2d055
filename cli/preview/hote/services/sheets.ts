import type { AppelEmule } from '../../emulateur/appel-emule';
import { RefusService } from '../erreurs';
import { garder } from '../garde';
import type { Membres } from '../garde';
import type { Seance } from '../session';
import { lireOptions, listeDeTextes } from './options';

type Spreadsheets = GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection;
type Values = GoogleAppsScript.Sheets.Collection.Spreadsheets.ValuesCollection;

/** Le service avancé Google Sheets : le même JSON que l'API, rendu au script par son texte. */
export function sheets(s: Seance): object {
  const executer = (appel: AppelEmule): unknown =>
    s.royaume.lire(JSON.stringify(s.nuage.emulateur.executer(appel, s.utilisateur)));

  const valeurs = {
    batchGet: (id: string, donnees?: unknown) => {
      const nom = 'Sheets.Spreadsheets.Values.batchGet';
      const o = lireOptions(nom, donnees, [
        ...(['ranges', 'valueRenderOption', 'dateTimeRenderOption', 'majorDimension'] as const),
      ]);
      if (
        o.valueRenderOption !== 'UNFORMATTED_VALUE' ||
        o.dateTimeRenderOption !== 'SERIAL_NUMBER' ||
        (o.majorDimension ?? 'ROWS') !== 'ROWS'
      ) {
        throw new RefusService(
          `${nom} : seuls UNFORMATTED_VALUE et SERIAL_NUMBER sont gérés.`,
          501,
        );
      }
      return executer({ methode: 'batchGet', id, plages: listeDeTextes(o.ranges) });
    },
  } satisfies Membres<Values>;

  const classeurs = {
    Values: garder('Sheets.Spreadsheets.Values', valeurs, s.passer),
    get: (id: string, donnees?: unknown) => {
      const o = lireOptions('Sheets.Spreadsheets.get', donnees, ['fields', 'ranges']);
      const champs = typeof o.fields === 'string' ? o.fields : null;
      return executer({ methode: 'get', id, champs, plages: listeDeTextes(o.ranges) });
    },
    batchUpdate: (ressource: unknown, id: string) => {
      const o = lireOptions('Sheets.Spreadsheets.batchUpdate', ressource, [
        ...(['requests', 'includeSpreadsheetInResponse'] as const),
        ...(['responseIncludeGridData', 'responseRanges'] as const),
      ]);
      const requetes = (o.requests ?? []) as readonly object[];
      const avecClasseur = o.includeSpreadsheetInResponse === true;
      return executer({
        methode: 'batchUpdate',
        id,
        requetes,
        ...(avecClasseur ? { rendre: listeDeTextes(o.responseRanges) } : {}),
        donnees: o.responseIncludeGridData === true,
      });
    },
  } satisfies Membres<Spreadsheets>;

  return garder(
    'Sheets',
    { Spreadsheets: garder('Sheets.Spreadsheets', classeurs, s.passer) },
    s.passer,
  );
}
