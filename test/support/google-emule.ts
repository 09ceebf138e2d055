import type { Changement } from '../../src/classeur/changements';
import { construireSnapshot, type Snapshot } from '../../src/classeur/snapshot';
import { CLES_TABLES, TABLES } from '../../src/classeur/tables';
import { messageDe } from '../../src/messages/probleme';
import { MODELES_INITIAUX } from '../../sheets-templates/modeles-initiaux';
import { parametresInitiaux } from '../../sheets-templates/parametres-initiaux';
import type { Emulateur } from '../../cli/preview/emulateur/emulateur';
import { ClasseurEnMemoire } from './classeur-en-memoire';

/** Un identifiant comme ceux de Google. */
export const ID = '1aBcDeFgHiJkLmNoPqRsTuVwXyZ0123456789-_abcde';
export const ADRESSE = `https://docs.google.com/spreadsheets/d/${ID}/edit#gid=0`;

/** Un classeur Google déjà installé, sans mise en forme : les onglets, leurs en-têtes, l'identité, le jeton. */
export function poserClasseur(
  emulateur: Emulateur,
  contenu: readonly Changement[] = [],
  id = ID,
): void {
  const memoire = new ClasseurEnMemoire({
    modeles: MODELES_INITIAUX,
    parametres: parametresInitiaux(),
  }).appliquer(contenu);
  const partout = { locationType: 'SPREADSHEET', spreadsheet: true };
  emulateur.creer(id, {
    properties: { title: 'Suivi', locale: 'fr_FR', timeZone: 'Europe/Paris' },
    developerMetadata: [
      {
        metadataId: 1,
        metadataKey: 'suivi.classeur',
        metadataValue: id,
        location: partout,
        visibility: 'DOCUMENT',
      },
    ],
    namedRanges: [
      {
        namedRangeId: 'jeton0',
        name: 'SUIVI_JETON_0000000000000000',
        range: {
          sheetId: CLES_TABLES.indexOf('registre') + 1,
          startRowIndex: 0,
          endRowIndex: 1,
          startColumnIndex: 0,
          endColumnIndex: 1,
        },
      },
    ],
    sheets: CLES_TABLES.map((cle, i) => {
      const grille = memoire.grilles.get(TABLES[cle].onglet) ?? [];
      return {
        properties: {
          sheetId: i + 1,
          title: TABLES[cle].onglet,
          gridProperties: { rowCount: Math.max(200, grille.length + 50), columnCount: 40 },
        },
        data: [{ rowData: grille.map((l) => ({ values: [...l].map((v) => cellule(v)) })) }],
      };
    }),
  });
}

function cellule(brut: unknown): object {
  if (typeof brut === 'number') return { userEnteredValue: { numberValue: brut } };
  return typeof brut === 'string' ? { userEnteredValue: { stringValue: brut } } : {};
}

/** Ce qu'un lecteur du classeur y verrait. */
export function lireEmule(emulateur: Emulateur, id = ID): Snapshot {
  const grille = (onglet: string) => emulateur.contenu(id, onglet);
  const lu = construireSnapshot({
    onglets: CLES_TABLES.map((cle) => TABLES[cle].onglet),
    entete: (onglet) => grille(onglet)[0] ?? [],
    lignes: (onglet) =>
      grille(onglet)
        .slice(1)
        .map((cellules, i) => ({ ligne: i + 2, cellules })),
  });
  if (!lu.snapshot) throw new Error(lu.problemes.map(messageDe).join('\n'));
  return lu.snapshot;
}
