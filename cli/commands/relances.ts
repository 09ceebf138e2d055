import { join } from 'node:path';
import { enEuros } from '../../src/commun/montant';
import { accord } from '../../src/messages/formats';
import { aDesRefus } from '../../src/messages/avertissements';
import { messageDe } from '../../src/messages/probleme';
import { nomFichierBrouillon } from '../../src/relances/nom-fichier';
import type { ResultatDuJour } from '../../src/relances/plan-du-jour';
import { ErreurUsage } from '../arguments';
import type { Executer } from '../declaration';
import { texteOption } from '../lire-options';
import { deposerFichiers } from '../outbox/deposer-fichiers';
import { dossierBrouillons } from '../outbox/dossier-brouillons';
import { montrerFactures, montrerRelances } from '../relances-texte';
import { direProblemes, montrerSimulation } from '../rendu';
import type { Session } from '../session';
import type { Classeur } from '../workbooks/classeur';
import type { Plan } from '../../src/classeur/plan';

/** Ce qui a été fait, et où est chaque brouillon : le dossier des `.eml`, ou la boîte Gmail. */
interface Depot {
  readonly plan: Plan<ResultatDuJour>;
  readonly lieuDe: (reference: string) => { fichier: string } | { id: string | null };
  readonly ou: string;
}

async function enFichiers(
  session: Session,
  classeur: Classeur,
  sortie: string | null,
): Promise<Depot> {
  const dossier = dossierBrouillons(classeur, sortie);
  return {
    plan: await deposerFichiers(session, classeur, dossier),
    lieuDe: (reference) => ({ fichier: join(dossier, nomFichierBrouillon(reference)) }),
    ou: `Les brouillons sont dans ${dossier} : ouvrez-les, relisez-les, envoyez-les.`,
  };
}

async function dansGmail(session: Session, classeur: Classeur): Promise<Depot> {
  const { deposerDansGmail } = await import('../outbox/deposer-gmail');
  const { plan, ids } = await deposerDansGmail(session, classeur);
  return {
    plan,
    lieuDe: (reference) => ({ id: ids.get(reference) ?? null }),
    ou: `${accord(ids.size, 'brouillon est', 'brouillons sont')} dans Gmail, dossier « Brouillons » : relisez et envoyez.`,
  };
}

/**
 * `suivi relances` : un brouillon par relance due (`.eml`, ou Gmail avec `--gmail`), et la prochaine
 * étape des factures. Rien n'est envoyé.
 */
export const executer: Executer = async (args, session) => {
  const { sortie } = session;
  const dossier = texteOption(args, 'sortie');
  const gmail = args.options['gmail'] === true;
  if (gmail && dossier !== null) {
    throw new ErreurUsage([
      '--gmail et --sortie s’excluent : les brouillons vont dans Gmail, ou dans un dossier.',
    ]);
  }
  const classeur = session.classeur();
  const { plan, lieuDe, ou } = gmail
    ? await dansGmail(session, classeur)
    : await enFichiers(session, classeur, dossier);
  const { dues, brouillons, refusees, factures } = plan.resultat;
  const json = {
    dues,
    brouillons: brouillons.map(({ devis, rang, destinataire, objet, reference }) => ({
      devis,
      rang,
      destinataire,
      objet,
      ...lieuDe(reference),
    })),
    refusees,
    factures: factures.map(({ resteDuTtc, joursRetard, ...f }) => ({
      ...f,
      resteDuTtc: resteDuTtc === null ? null : enEuros(resteDuTtc),
      joursRetard,
    })),
  };
  sortie.rendre(json, () => {
    const poses = brouillons.length > 0 && !session.simulation;
    montrerRelances(session, plan.resultat, poses ? ou : null);
    montrerFactures(session, factures);
    montrerSimulation(session, plan);
  });
  if (!sortie.json) {
    const dits = refusees.map((r) => r.message);
    const autres = plan.problemes.filter((p) => !dits.some((d) => d.includes(messageDe(p))));
    direProblemes(session, autres);
  }
  return aDesRefus(plan) ? 1 : 0;
};
