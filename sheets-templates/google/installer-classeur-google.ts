import { refus } from '../../src/classeur/erreur-classeur';
import type { Contexte } from '../../src/commun/contexte';
import { REMARQUES } from '../../src/messages/installation';
import type { Dialogue } from '../../src/sheets-api/appel';
import { ecrire } from '../../src/sheets-api/ecrire';
import { attendre } from '../../src/sheets-api/insister';
import type { OptionsEcritureGoogle } from '../../src/sheets-api/modifier-classeur-google';
import type { Requete } from '../../src/sheets-api/rest';
import { lireInstallation } from './etat-installation';
import { lieuDe } from './lieux';
import { planInstallation, type RapportInstallation } from './plan-installation';
import { poserPuces } from './puces';

export type { RapportInstallation };

export interface OptionsInstallation extends OptionsEcritureGoogle {
  /** Qui installe, et quand : inscrits au Journal avec ce qui a été fait. */
  readonly contexte: Contexte;
}

const TOURS = 6;

/**
 * Installe ou répare un classeur Google, sans toucher aux données : une seconde fois, rien ne change.
 * @throws ErreurClasseur si Google refuse.
 */
export function* installerClasseurGoogle(
  id: string,
  { jeton, contexte }: OptionsInstallation,
): Dialogue<RapportInstallation> {
  for (let tour = 1; ; tour++) {
    const etat = yield* lireInstallation(id);
    const { requetes, rapport, lieux } = planInstallation(etat, contexte);
    const registre = lieuDe(lieux, 'registre').sheetId;
    const lot = { id, jeton: etat.etat.jeton, registre, requetes, plages: [] };
    const issue = yield* ecrire(lot, jeton());
    if (issue.sorte === 'ecrit') {
      const puces = yield* poserLesPuces(id, poserPuces(lieux, etat.json.sheets ?? []));
      return { ...rapport, remarques: [...rapport.remarques, ...puces] };
    }
    if (tour === TOURS) throw refus('CLASSEUR_DISPUTE', undefined);
    yield* attendre(0);
  }
}

/** Un second lot : un refus est dit, et n'empêche rien. */
function* poserLesPuces(id: string, requetes: readonly Requete[]): Dialogue<string[]> {
  if (requetes.length === 0) return [];
  const reponse = yield { methode: 'batchUpdate', id, requetes };
  return reponse.ok ? [] : [REMARQUES.puces(reponse.message)];
}
