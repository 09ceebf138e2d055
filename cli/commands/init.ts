import { genererExemple } from '../../sheets-templates/exemple/generer-exemple';
import type { Changement } from '../../src/classeur/changements';
import {
  lignesACopier,
  ligneDeCopie,
  nombreDeLignes,
  toutCopier,
  type ACopier,
} from '../../src/export/copie';
import { accord } from '../../src/messages/formats';
import { ErreurUsage } from '../arguments';
import type { Executer } from '../declaration';
import { citerArgument } from '../fichiers/citer-argument';
import { refuserEcrasement } from '../fichiers/refuser-ecrasement';
import { texteOption } from '../lire-options';
import type { Session } from '../session';
import { DEPART } from '../workbooks/depart-copie';
import { lireCibleGoogle } from '../workbooks/google/cible';
import { nonCopies } from '../workbooks/non-copies';
import { ouvrirClasseur } from '../workbooks/ouvrir-classeur';
import { creerClasseur } from '../workbooks/xlsx/creer-classeur';

/** Ce qui a été fait, ou le serait ; les phrases à montrer. */
interface Installation {
  readonly annonce: string;
  readonly details: readonly string[];
}

/** Un autre classeur, à recopier dans le neuf. */
interface Modele {
  readonly source: string;
  readonly voulu: ACopier;
  /** Ce qui n'est pas du produit, et reste dans la source. */
  readonly laisses: readonly string[];
}

async function lireModele(session: Session, source: string): Promise<Modele> {
  const { contexte, google } = session;
  const snapshot = await ouvrirClasseur(source, { simulation: true, contexte }, google).lire();
  return { source, voulu: lignesACopier(snapshot, DEPART), laisses: nonCopies(snapshot) };
}

const quantite = ({ source, voulu }: Modele): string =>
  `De « ${source} » : ${accord(nombreDeLignes(voulu), 'ligne', 'lignes')}, réglages, Registre et Journal compris.`;

function contenu({ contexte }: Session, exemple: boolean, modele: Modele | null): Changement[] {
  if (modele) return [...toutCopier(modele.voulu), ligneDeCopie(modele.source, contexte)];
  return exemple ? [...genererExemple(contexte.aujourdHui)] : [];
}

async function dansUnFichier(
  session: Session,
  chemin: string,
  exemple: boolean,
  modele: Modele | null,
): Promise<Installation> {
  const details = modele ? [quantite(modele), ...modele.laisses] : [];
  if (session.simulation) return { annonce: `Le classeur ${chemin} serait créé.`, details };
  await creerClasseur(chemin, contenu(session, exemple, modele));
  return { annonce: `Le classeur ${chemin} est prêt.`, details };
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

async function copieDansGoogle(
  session: Session,
  id: string,
  modele: Modele,
): Promise<Installation> {
  const { source, voulu, laisses } = modele;
  const { copierVersGoogle, verifierCible } =
    await import('../workbooks/google/copier-vers-google');
  if (session.simulation) {
    const { titreDuClasseur } = await import('../workbooks/google/installer-classeur');
    const titre = await titreDuClasseur(id, session);
    await verifierCible(id, voulu, session);
    const annonce = `« ${source} » serait copié dans le classeur Google « ${titre} ».`;
    return { annonce, details: [quantite(modele), ...laisses] };
  }
  const { ecrites } = await copierVersGoogle(id, source, voulu, session);
  const annonce =
    ecrites > 0
      ? `Le classeur Google est prêt : « ${source} » y est copié.`
      : `« ${source} » était déjà copié dans ce classeur Google : rien n’a changé.`;
  return { annonce, details: [quantite(modele), ...laisses] };
}

/**
 * `suivi init` : un classeur neuf, vide, d'exemple, ou copié d'un autre. Un fichier qui existe déjà
 * n'est jamais écrasé ; dans un classeur Google, ce qui s'y trouve reste.
 */
export const executer: Executer = async (args, session) => {
  const { sortie, simulation } = session;
  const cible = args.positionnels['CLASSEUR'] ?? '';
  const exemple = args.options['exemple'] === true;
  const depuis = texteOption(args, 'depuis');
  if (depuis !== null && exemple) {
    throw new ErreurUsage([
      '--depuis et --exemple ne vont pas ensemble : choisissez l’un des deux.',
    ]);
  }
  const id = lireCibleGoogle(cible);
  await refuserCopieSurSoi(cible, id, depuis);
  const modele = depuis === null ? null : await lireModele(session, depuis);
  const { annonce, details } =
    id === null
      ? await dansUnFichier(session, cible, exemple, modele)
      : modele
        ? await copieDansGoogle(session, id, modele)
        : await dansGoogle(session, id, exemple);
  const copie = modele ? { depuis, lignes: nombreDeLignes(modele.voulu) } : {};
  sortie.rendre({ classeur: cible, exemple, simulation, ...copie }, () => {
    sortie.succes(annonce);
    for (const d of details) sortie.ligne(d);
    if (!simulation && !exemple && !modele) {
      sortie.ligne('Ouvrez-le : l’onglet « Accueil » dit par où commencer.');
      sortie.ligne(
        `Ou importez vos clients : suivi importer clients FICHIER -c ${citerArgument(cible)}`,
      );
    }
  });
  return 0;
};

async function refuserCopieSurSoi(
  cible: string,
  id: string | null,
  depuis: string | null,
): Promise<void> {
  if (depuis === null) return;
  const deGoogle = lireCibleGoogle(depuis);
  if (id !== null && deGoogle === id) {
    throw new ErreurUsage(['--depuis : ce classeur Google est celui où l’on copie.']);
  }
  if (id === null && deGoogle === null) await refuserEcrasement('depuis', cible, [depuis]);
}
