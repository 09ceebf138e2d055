import { auth as authentification, sheets } from 'googleapis/build/src/apis/sheets';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Emulateur } from '../../cli/preview/emulateur/emulateur';
import { servirGoogle } from '../support/serveur-google';
import type { ServeurGoogle } from '../support/serveur-google';
import { classeur, ID, rangees } from './aides';

describe('l’émulateur derrière googleapis', () => {
  let e: Emulateur;
  let serveur: ServeurGoogle;
  const client = (jeton = 'jeton-d-essai') => {
    const auth = new authentification.OAuth2();
    auth.setCredentials({ access_token: jeton });
    return sheets({ version: 'v4', auth, rootUrl: serveur.rootUrl, retry: false }).spreadsheets;
  };
  const ajout = {
    spreadsheetId: ID,
    requestBody: {
      requests: [
        { appendCells: { sheetId: 0, rows: rangees([['é', 2]]), fields: 'userEnteredValue' } },
      ],
    },
  };

  beforeEach(async () => {
    e = classeur([['N°']]);
    serveur = await servirGoogle(e);
  });
  afterEach(() => serveur.fermer());

  it('lit, écrit, relit', async () => {
    const { data } = await client().get({ spreadsheetId: ID, fields: 'sheets.properties.title' });
    expect(data.sheets?.map((s) => s.properties?.title)).toEqual(['Devis', 'Notes d’équipe']);
    await client().batchUpdate(ajout);
    const lues = await client().values.batchGet({
      spreadsheetId: ID,
      ranges: ['Devis', "'Notes d’équipe'"],
      valueRenderOption: 'UNFORMATTED_VALUE',
      dateTimeRenderOption: 'SERIAL_NUMBER',
    });
    expect(lues.data.valueRanges?.map((v) => v.values)).toEqual([[['N°'], ['é', 2]], undefined]);
  });

  it('crée un classeur', async () => {
    const { data } = await client().create({ requestBody: { properties: { title: 'Neuf' } } });
    expect(data.properties?.title).toBe('Neuf');
    expect(e.onglets(data.spreadsheetId ?? '')).toHaveLength(1);
  });

  it('rend le classeur après l’écriture quand on le demande', async () => {
    const { data } = await client().batchUpdate({
      spreadsheetId: ID,
      requestBody: {
        ...ajout.requestBody,
        includeSpreadsheetInResponse: true,
        responseIncludeGridData: true,
        responseRanges: ['Devis!A2'],
      },
    });
    expect(
      data.updatedSpreadsheet?.sheets?.[0]?.data?.[0]?.rowData?.[0]?.values?.[0],
    ).toMatchObject({
      effectiveValue: { stringValue: 'é' },
    });
  });

  it.each([
    [
      'un refus',
      null,
      { requests: [{ deleteSheet: { sheetId: 99 } }] },
      400,
      'No grid with id: 99',
    ],
    ['un quota dépassé', { statut: 429 }, ajout.requestBody, 429, 'Panne voulue.'],
    ['une panne', { statut: 503 }, ajout.requestBody, 503, 'Panne voulue.'],
  ])('%s arrive avec son code et ses mots', async (_, panne, requestBody, code, message) => {
    serveur.panne = () => panne;
    await expect(client().batchUpdate({ spreadsheetId: ID, requestBody })).rejects.toMatchObject({
      status: code,
      message: expect.stringContaining(message) as string,
    });
    expect(e.contenu(ID, 'Devis')).toEqual([['N°']]);
  });

  it('sans le bon jeton, rien', async () => {
    await expect(client('autre').get({ spreadsheetId: ID })).rejects.toMatchObject({ status: 401 });
    expect(e.compte.lectures).toBe(0);
  });

  it.each([
    ['avant', 1],
    ['apres', 2],
  ] as const)('coupé %s : aucune réponse, et %i rangées', async (coupe, lignes) => {
    serveur.panne = () => ({ coupe });
    const erreur: unknown = await client()
      .batchUpdate(ajout)
      .catch((x: unknown) => x);
    expect(erreur).toBeInstanceOf(Error);
    expect(erreur).not.toHaveProperty('response.status');
    expect(e.contenu(ID, 'Devis')).toHaveLength(lignes);
  });
});
