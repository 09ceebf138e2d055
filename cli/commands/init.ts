import { genererExemple } from '../../sheets-templates/exemple/generer-exemple';
import type { Executer } from '../declaration';
import type { Session } from '../session';
import { lireCibleGoogle } from '../workbooks/google/cible';
import { creerClasseur } from '../workbooks/xlsx/creer-classeur';

/** Ce qui a été fait, ou le serait ; les phrases à montrer. */
interface Installation {
  readonly annonce: string;
  readonly details: readonly string[];
}

async function dansUnFichier(
  session: Session,
  chemin: string,
  exemple: boolean,
): Promise<Installation> {
  const { contexte, simulation } = session;
  if (simulation) return { annonce: `Le classeur ${chemin} serait créé.`, details: [] };
  await creerClasseur(chemin, exemple ? genererExemple(contexte.aujourdHui) : []);
  return { annonce: `Le classeur ${chemin} est prêt.`, details: [] };
}

async function dansGoogle(session: Session, id: string, exemple: boolean): Promise<Installation> {
  const { installerClasseur, titreDuClasseur } =
    await import('../workbooks/google/installer-classeur');
  if (session.simulation) {
    const titre = await titreDuClasseur(id, session);
    const annonce = `Le suivi serait installé dans le classeur Google « ${titre} », sans toucher à ce qui s’y trouve.`;
    return { annonce, details: [] };
  }
  const { faits, remarques } = await installerClasseur(id, exemple, session);
  const annonce = exemple
    ? 'Le classeur Google est prêt, avec l’exemple.'
    : faits.length > 0
      ? 'Le classeur Google est prêt.'
      : 'Le classeur Google était déjà installé : rien n’a changé.';
  return { annonce, details: [...faits, ...remarques] };
}

/**
 * `suivi init` : un classeur neuf. Un fichier qui existe déjà n'est jamais écrasé ; dans un classeur
 * Google, ce qui s'y trouve reste.
 */
export const executer: Executer = async (args, session) => {
  const { sortie, simulation } = session;
  const cible = args.positionnels['CLASSEUR'] ?? '';
  const exemple = args.options['exemple'] === true;
  const id = lireCibleGoogle(cible);
  const { annonce, details } =
    id === null
      ? await dansUnFichier(session, cible, exemple)
      : await dansGoogle(session, id, exemple);
  sortie.rendre({ classeur: cible, exemple, simulation }, () => {
    sortie.succes(annonce);
    for (const d of details) sortie.ligne(d);
    if (!simulation && !exemple) {
      sortie.ligne('Ouvrez-le : l’onglet « Accueil » dit par où commencer.');
      sortie.ligne(`Ou importez vos clients : suivi importer clients FICHIER -c ${cible}`);
    }
  });
  return 0;
};
