import type { Emulateur } from '../../cli/preview/emulateur/emulateur';
import { ErreurApi } from '../../cli/preview/emulateur/erreur-api';
import { EmulateurVerifie } from '../support/emulateur-verifie';

export const ID = 'classeur';

type Valeur = string | number | boolean | null;

export const cellule = (v: Valeur) =>
  v === null
    ? {}
    : {
        userEnteredValue:
          typeof v === 'number'
            ? { numberValue: v }
            : typeof v === 'boolean'
              ? { boolValue: v }
              : v.startsWith('=')
                ? { formulaValue: v }
                : { stringValue: v },
      };

export const rangees = (lignes: readonly (readonly Valeur[])[]) =>
  lignes.map((l) => ({ values: l.map(cellule) }));

/** Un classeur français de deux feuilles : « Devis » (0), remplie, et « Notes d’équipe » (7), vide. */
export function classeur(
  lignes: readonly (readonly Valeur[])[] = [],
  Classe: typeof Emulateur = EmulateurVerifie,
): Emulateur {
  const e = new Classe();
  e.creer(ID, {
    properties: { title: 'Suivi', locale: 'fr_FR', timeZone: 'Europe/Paris' },
    sheets: [
      {
        properties: { title: 'Devis', gridProperties: { rowCount: 10, columnCount: 6 } },
        data: [{ rowData: rangees(lignes) }],
      },
      {
        properties: {
          sheetId: 7,
          title: 'Notes d’équipe',
          gridProperties: { rowCount: 5, columnCount: 4 },
        },
      },
    ],
  });
  return e;
}

export interface ReponseLot {
  readonly replies: readonly Record<string, unknown>[];
}

export const ecrire = (e: Emulateur, ...requetes: object[]): ReponseLot =>
  e.executer({ methode: 'batchUpdate', id: ID, requetes }) as ReponseLot;

export const lire = <T = Record<string, never>>(
  e: Emulateur,
  champs: string,
  plages?: string[],
): T => e.executer({ methode: 'get', id: ID, champs, ...(plages ? { plages } : {}) }) as T;

/** Une plage de « Devis » : lignes puis colonnes, fins exclues. */
export const plage = (l0: number, l1: number, c0: number, c1: number, sheetId = 0) => ({
  sheetId,
  startRowIndex: l0,
  endRowIndex: l1,
  startColumnIndex: c0,
  endColumnIndex: c1,
});

export const dimension = (genre: 'ROWS' | 'COLUMNS', debut: number, fin: number, sheetId = 0) => ({
  sheetId,
  dimension: genre,
  startIndex: debut,
  endIndex: fin,
});

/** Le message du refus, ou `null` si rien n'a été refusé. */
export function refus(faire: () => unknown): string | null {
  try {
    faire();
    return null;
  } catch (erreur) {
    if (!(erreur instanceof ErreurApi)) throw erreur;
    return erreur.message;
  }
}
