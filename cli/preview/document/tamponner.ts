import type { Emulateur } from '../emulateur/emulateur';
import { TABLES } from '../../../src/classeur/tables';
import { normaliser } from '../../../src/commun/texte';

/**
 * Un classeur fait par « suivi init » a tout ce qu'il faut : il ne lui manque, dans Sheets, que ce
 * qu'un fichier ne porte pas, son identité et le jeton sans lequel le module n'écrit pas.
 */
export function tamponner(emulateur: Emulateur, id: string, jeton: string): void {
  const voulu = normaliser(TABLES.registre.onglet);
  const registre = emulateur.onglets(id).find((o) => normaliser(o.titre) === voulu);
  if (!registre) return;
  const range = {
    sheetId: registre.id,
    startRowIndex: 0,
    endRowIndex: 1,
    startColumnIndex: 0,
    endColumnIndex: 1,
  };
  const developerMetadata = {
    metadataKey: 'suivi.classeur',
    metadataValue: id,
    location: { spreadsheet: true },
    visibility: 'DOCUMENT',
  };
  emulateur.executer({
    methode: 'batchUpdate',
    id,
    requetes: [
      { addNamedRange: { namedRange: { name: `SUIVI_JETON_${jeton}`, range } } },
      { createDeveloperMetadata: { developerMetadata } },
    ],
  });
}
