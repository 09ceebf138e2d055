import { RefusService } from '../erreurs';
import { garder } from '../garde';
import type { Membres } from '../garde';
import type { Seance } from '../session';
import type { Pages } from './html-service';
import { Feuilles } from './plages';
import { creerUi } from './ui';

export function spreadsheetApp(s: Seance, pages: Pages): object {
  const feuilles = new Feuilles(s);
  const ui = creerUi(s, pages);
  const selection = {
    getActiveSheet: () => feuilles.active(),
    getActiveRange: () => (s.avecInterface ? feuilles.plageActive() : null),
    getCurrentCell: () => (s.avecInterface ? feuilles.celluleActive() : null),
  };
  const classeur = garder(
    'Spreadsheet',
    {
      ...selection,
      getId: () => s.document,
      getUrl: () => `https://docs.google.com/spreadsheets/d/${s.document}/edit`,
      getName: () => s.nuage.emulateur.titre(s.document),
      getSheets: () => feuilles.toutes(),
      getSheetByName: (nom: string) => feuilles.parNom(nom),
      toast: (texte: string, titre = '') => {
        if (s.avecInterface) {
          s.ecran.messages = [...s.ecran.messages, { sorte: 'toast', titre, texte }];
        }
      },
    } satisfies Membres<GoogleAppsScript.Spreadsheet.Spreadsheet>,
    s.passer,
  );
  return garder(
    'SpreadsheetApp',
    {
      ...selection,
      getActiveSpreadsheet: () => classeur,
      getActive: () => classeur,
      flush: () => undefined,
      getUi: () => {
        if (!s.avecInterface) {
          throw new RefusService('Cannot call SpreadsheetApp.getUi() from this context.');
        }
        return ui;
      },
    } satisfies Membres<GoogleAppsScript.Spreadsheet.SpreadsheetApp>,
    s.passer,
  );
}
