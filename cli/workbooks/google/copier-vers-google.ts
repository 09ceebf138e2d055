import { ErreurClasseur, refus } from '../../../src/classeur/erreur-classeur';
import type { Changement } from '../../../src/classeur/changements';
import { plan, type Plan } from '../../../src/classeur/plan';
import type { Snapshot } from '../../../src/classeur/snapshot';
import { ligneDeCopie, ongletDe, resteACopier, type ACopier } from '../../../src/export/copie';
import { accord } from '../../../src/messages/formats';
import { modifierClasseurGoogle } from '../../../src/sheets-api/modifier-classeur-google';
import { OCTETS_PAR_ENVOI } from '../../../src/sheets-api/envoi-import';
import { poidsDe } from '../../../src/sheets-api/tranches';
import type { Session } from '../../session';
import { DEPART } from '../depart-copie';
import { malgreLesAutres, ouvrirClasseurGoogle, tirerJeton } from './classeur-google';
import { conduire } from './conduire';
import { installerClasseur } from './installer-classeur';

/** Lignes écrites ; zéro : la copie était déjà là, entière. */
export interface CopieGoogle {
  readonly ecrites: number;
}

/**
 * Copie un classeur dans un classeur Google vide, ou y reprend une copie interrompue : à chaque envoi,
 * ce qui reste se décide sur ce qui s'y trouve.
 * @throws ErreurClasseur si la cible contient autre chose : elle n'est alors pas touchée.
 */
export async function copierVersGoogle(
  id: string,
  source: string,
  voulu: ACopier,
  session: Session,
): Promise<CopieGoogle> {
  const { google, contexte, sortie } = session;
  await verifierCible(id, voulu, session);
  await installerClasseur(id, false, session);
  const executer = await google.sheets();
  const envoyer = (): Promise<Plan<number>> =>
    malgreLesAutres(google, () =>
      conduire(modifierClasseurGoogle<number>(id, { jeton: tirerJeton }), {
        executer,
        attendre: google.attendre,
        decider: (cible) => {
          const { changements, annoncee } = restant(cible, voulu, id);
          const tous = annoncee ? changements : [...changements, ligneDeCopie(source, contexte)];
          const tranche = debut(tous);
          return plan(tous.length - tranche.length, { changements: tranche });
        },
      }),
    );
  let ecrites = 0;
  try {
    for (;;) {
      const { changements, resultat: restantes } = await envoyer();
      ecrites += changements.length;
      if (restantes === 0) return { ecrites };
      sortie.progression(`Copie… encore ${accord(restantes, 'ligne', 'lignes')}`);
    }
  } catch (erreur) {
    if (ecrites > 0) {
      sortie.message(
        `La copie s’est arrêtée après ${accord(ecrites, 'ligne', 'lignes')}. Relancez la même commande : elle reprendra là, sans rien écrire deux fois.`,
      );
    }
    throw erreur;
  }
}

/** @throws ErreurClasseur si la cible contient autre chose que le début de cette copie. */
export async function verifierCible(id: string, voulu: ACopier, session: Session): Promise<void> {
  const deja = await lireSiInstalle(id, session);
  if (deja) restant(deja, voulu, id);
}

/** Ce qui tient dans un envoi, une ligne au moins. */
function debut(changements: readonly Changement[]): Changement[] {
  let octets = 0;
  const trop = changements.findIndex((c, i) => {
    octets += poidsDe(c);
    return i > 0 && octets > OCTETS_PAR_ENVOI;
  });
  return trop === -1 ? [...changements] : changements.slice(0, trop);
}

function restant(cible: Snapshot, voulu: ACopier, id: string) {
  const reste = resteACopier(cible, voulu, DEPART);
  if (reste.occupes.length > 0) {
    throw refus('COPIE_CIBLE_OCCUPEE', { cible: id, onglets: reste.occupes.map(ongletDe) });
  }
  return reste;
}

const A_INSTALLER: ReadonlySet<string> = new Set(['CLASSEUR_NON_INSTALLE', 'CLASSEUR_A_REPARER']);

/** Le classeur tel qu'il est, ou `null` si le suivi n'y est pas installé. */
async function lireSiInstalle(id: string, { contexte, google }: Session): Promise<Snapshot | null> {
  try {
    return await ouvrirClasseurGoogle(id, { simulation: true, contexte }, google).lire();
  } catch (erreur) {
    if (!(erreur instanceof ErreurClasseur)) throw erreur;
    if (erreur.problemes.some(({ code }) => A_INSTALLER.has(code))) return null;
    throw erreur;
  }
}
