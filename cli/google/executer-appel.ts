import { sheets, type sheets_v4 } from 'googleapis/build/src/apis/sheets';
import { CHAMPS_ECRITURE, type Appel, type Reponse } from '../../src/sheets-api/appel';
import type { Signature } from './acces';
import { optionsDeClient, REGLAGES_APPEL } from './client-api';
import { reponseEnEchec } from './reponse-en-echec';

/** Exécute les appels du cœur par `googleapis`. Aucune reprise ici : les dialogues en décident. */
export function creerExecuteur(
  signature: Signature,
  racine: string | null,
): (appel: Appel) => Promise<Reponse> {
  const { spreadsheets } = sheets({ version: 'v4', ...optionsDeClient(signature, racine) });
  const envoyer = (appel: Appel): Promise<{ readonly data: unknown }> => {
    const spreadsheetId = appel.id;
    switch (appel.methode) {
      case 'get': {
        const { champs, plages } = appel;
        const ranges = plages ? { ranges: [...plages] } : {};
        return spreadsheets.get({ spreadsheetId, fields: champs, ...ranges }, REGLAGES_APPEL);
      }
      case 'batchGet':
        return spreadsheets.values.batchGet(
          {
            spreadsheetId,
            ranges: [...appel.plages],
            valueRenderOption: 'UNFORMATTED_VALUE',
            dateTimeRenderOption: 'SERIAL_NUMBER',
          },
          REGLAGES_APPEL,
        );
      case 'batchUpdate':
        return spreadsheets.batchUpdate(
          {
            spreadsheetId,
            requestBody: corps(appel),
            ...(appel.rendre ? { fields: CHAMPS_ECRITURE } : {}),
          },
          REGLAGES_APPEL,
        );
    }
  };
  return async (appel) => {
    try {
      const { data } = await envoyer(appel);
      if (typeof data === 'object' && data !== null) return { ok: true, json: data };
      // La page d'un portail captif ou d'un mandataire, servie à la place de Google.
      return { ok: false, statut: null, message: 'ce n’est pas Google qui répond' };
    } catch (erreur) {
      return reponseEnEchec(erreur);
    }
  };
}

function corps({
  requetes,
  rendre,
}: Extract<Appel, { methode: 'batchUpdate' }>): sheets_v4.Schema$BatchUpdateSpreadsheetRequest {
  return {
    // Nos requêtes sont les siennes (vérifié par un test), en lecture seule.
    requests: requetes as readonly object[] as sheets_v4.Schema$Request[],
    ...(rendre
      ? {
          includeSpreadsheetInResponse: true,
          responseIncludeGridData: true,
          responseRanges: [...rendre],
        }
      : {}),
  };
}
