import type { Plan } from '../../src/classeur/plan';
import type { Snapshot } from '../../src/classeur/snapshot';
import {
  CHAMPS_ECRITURE,
  type Appel,
  type Dialogue,
  type Reponse,
} from '../../src/sheets-api/appel';
import { statutDe } from './statut';

/** Le service avancé, ou ce qu'il faut faire s'il n'est pas activé dans le projet. */
function service(): GoogleAppsScript.Sheets.Collection.SpreadsheetsCollection {
  const classeurs = Sheets?.Spreadsheets;
  if (!classeurs) throw new Error('Le service avancé Google Sheets n’est pas activé.');
  return classeurs;
}

function executer(appel: Appel): unknown {
  const classeurs = service();
  switch (appel.methode) {
    case 'get':
      return classeurs.get(appel.id, {
        fields: appel.champs,
        ...(appel.plages ? { ranges: appel.plages } : {}),
      });
    case 'batchGet':
      return classeurs.Values.batchGet(appel.id, {
        ranges: appel.plages,
        valueRenderOption: 'UNFORMATTED_VALUE',
        dateTimeRenderOption: 'SERIAL_NUMBER',
      });
    case 'batchUpdate': {
      const ecrire = classeurs.batchUpdate as Ecrire;
      const { requetes: requests, rendre, id } = appel;
      if (!rendre) return ecrire({ requests }, id);
      const corps = {
        requests,
        includeSpreadsheetInResponse: true,
        responseIncludeGridData: true,
        responseRanges: rendre,
      };
      return ecrire(corps, id, { fields: CHAMPS_ECRITURE });
    }
  }
}

/** Les types publiés ignorent que le service prend aussi les paramètres de la requête. */
type Ecrire = (corps: object, id: string, parametres?: object) => unknown;

function repondre(appel: Appel): Reponse {
  try {
    return { ok: true, json: executer(appel) };
  } catch (erreur) {
    return { ok: false, statut: statutDe(erreur), message: messageDe(erreur) };
  }
}

export function messageDe(erreur: unknown): string {
  return erreur instanceof Error ? erreur.message : String(erreur);
}

/**
 * Conduit un dialogue d'un trait : les appels par le service avancé, les attentes en dormant.
 * Entre la moitié de l'attente demandée et toute : deux écrivains refusés ensemble ne reviennent pas ensemble.
 */
export function piloter<R>(
  dialogue: Dialogue<R>,
  decider: (snapshot: Snapshot) => Plan<unknown> = () => {
    throw new Error('Ce dialogue ne devait rien demander.');
  },
): R {
  let pas = dialogue.next();
  while (!pas.done) {
    const demande = pas.value;
    if (demande.methode === 'attendre') {
      Utilities.sleep(Math.round(demande.ms * (0.5 + Math.random() / 2)));
      pas = dialogue.next({ ok: true, json: null });
    } else if (demande.methode === 'decider') {
      pas = dialogue.next({ ok: true, plan: decider(demande.snapshot) });
    } else {
      pas = dialogue.next(repondre(demande));
    }
  }
  return pas.value;
}
