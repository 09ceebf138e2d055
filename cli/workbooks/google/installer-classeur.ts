import {
  installerClasseurGoogle,
  type RapportInstallation,
} from '../../../sheets-templates/google/installer-classeur-google';
import { genererExemple } from '../../../sheets-templates/exemple/generer-exemple';
import { ErreurClasseur } from '../../../src/classeur/erreur-classeur';
import { plan } from '../../../src/classeur/plan';
import type { Snapshot } from '../../../src/classeur/snapshot';
import { TABLES } from '../../../src/classeur/tables';
import { probleme, type Probleme } from '../../../src/messages/probleme';
import { lire } from '../../../src/sheets-api/insister';
import type { Session } from '../../session';
import { ouvrirClasseurGoogle, tirerJeton } from './classeur-google';
import { conduire } from './conduire';

/** « Installer / Réparer », depuis la commande ; puis, si on le demande, l'exemple. */
export async function installerClasseur(
  id: string,
  exemple: boolean,
  { contexte, google }: Session,
): Promise<RapportInstallation> {
  const executer = await google.sheets();
  const rapport = await conduire(installerClasseurGoogle(id, { jeton: tirerJeton, contexte }), {
    executer,
    attendre: google.attendre,
  });
  if (exemple) {
    const classeur = ouvrirClasseurGoogle(id, { simulation: false, contexte }, google);
    await classeur.modifier('exemple', (snapshot) => {
      const remplis = ongletsRemplis(snapshot);
      if (remplis.length > 0) throw new ErreurClasseur(remplis);
      return plan(null, { changements: genererExemple(contexte.aujourdHui) });
    });
  }
  return rapport;
}

/** Le titre d'un classeur Google : sans rien y écrire, on sait qu'on y a accès. */
export async function titreDuClasseur(id: string, { google }: Session): Promise<string> {
  const conduite = { executer: await google.sheets(), attendre: google.attendre };
  const champs = 'properties.title';
  const lu = await conduire(
    lire<{ properties?: { title?: string } }>({ methode: 'get', id, champs }),
    conduite,
  );
  return lu.properties?.title ?? id;
}

/** L'exemple ne se mêle jamais à de vraies données. */
function ongletsRemplis({ tables }: Snapshot): Probleme[] {
  const surveilles = ['clients', 'affaires', 'devis', 'actions', 'factures', 'registre'] as const;
  return surveilles
    .filter((cle) => tables[cle].length > 0)
    .map((cle) =>
      probleme('EXEMPLE_CLASSEUR_REMPLI', {
        onglet: TABLES[cle].onglet,
        lignes: tables[cle].length,
      }),
    );
}
