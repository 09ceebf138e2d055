import { basename } from 'node:path';
import { ErreurClasseur, refus } from '../../src/classeur/erreur-classeur';
import type { Snapshot } from '../../src/classeur/snapshot';
import { TABLES, TABLES_ECHANGEABLES, type TableEchangeable } from '../../src/classeur/tables';
import type { Contexte } from '../../src/commun/contexte';
import { plan } from '../../src/classeur/plan';
import { parcourirImport } from '../../src/import/parcourir';
import { EmpreintePlan, empreinteDuPlan } from '../../src/import/empreinte-plan';
import { CollecteImport, planImport } from '../../src/import/plan';
import { noterFeuille } from '../../src/import/noter-feuille';
import type { Profil } from '../../src/import/profil';
import type { ResultatImport } from '../../src/import/resultat';
import type { SourceTabulaire } from '../../src/import/source';
import { accord } from '../../src/messages/formats';
import { messageDe } from '../../src/messages/probleme';
import type { Arguments, CodeSortie, Executer } from '../declaration';
import { lireProfil } from '../fichiers/lire-profil';
import { lireSource } from '../fichiers/lire-source';
import { refuserEcrasement } from '../fichiers/refuser-ecrasement';
import { ligneOption, texteOption } from '../lire-options';
import { RetenuePlan } from '../importer/retenue-plan';
import { ecrireProfil } from '../importer/enregistrer-profil';
import { direTropTard, quitterEnChemin } from '../importer/interrompre';
import { suivreLecture } from '../importer/avancement';
import { limitesDepassees } from '../importer/limites';
import { montrerPlan } from '../importer/montrer-plan';
import { avecRejets, direRejets } from '../importer/rejets-ecrits';
import { aLaLigne, verifierRejets } from '../importer/verifier-options';
import { ResumeImport } from '../importer/resume-import';
import { guetter } from '../interruption';
import { rendreDecision } from '../rendu';
import { contexteImport } from '../reprise-import';
import type { Session } from '../session';
import type { Classeur } from '../workbooks/classeur';
import { ecrireImport } from '../workbooks/ecrire-import';

/** `suivi importer TABLE SOURCE` : lire, comprendre, montrer, confirmer, écrire (S2-12). */
export const executer: Executer = async (args, session): Promise<CodeSortie> => {
  const { sortie } = session;
  const table = TABLES_ECHANGEABLES.find((t) => t === args.positionnels['TABLE']) ?? 'clients';
  const demande = await lireProfil(texteOption(args, 'profil'), table);
  const feuille = texteOption(args, 'feuille');
  const fichier = args.positionnels['SOURCE'] ?? '';
  const rejets = texteOption(args, 'rejets');
  const nouveauProfil = texteOption(args, 'enregistrer-profil');
  const classeur = session.classeur();
  const lus = [classeur.fichier, fichier];
  verifierRejets(rejets);
  await refuserEcrasement('rejets', rejets, lus);
  await refuserEcrasement('enregistrer-profil', nouveauProfil, lus, '.json');
  const lue = await lireSource(fichier, {
    ...(feuille === null ? {} : { feuille }),
    onglet: TABLES[table].onglet,
    table,
    noter: noterFeuille(table, demande.profil),
    suivre: suivreLecture(sortie, () => performance.now()),
  });
  if (!lue.source) throw new ErreurClasseur(lue.problemes);
  const source = aLaLigne(lue.source, ligneOption(args, 'entete'));
  const profil = demande.pour(source);
  const importation = { table, source, profil, fichier, classeur, rejets, nouveauProfil };
  for (let essai = 1; ; essai++) {
    try {
      return await montrerPuisEcrire(args, session, importation);
    } catch (erreur) {
      if (!(erreur instanceof PlanPerime)) throw erreur;
      if (essai === ESSAIS) throw refus('CLASSEUR_DISPUTE', undefined);
      sortie.message(
        'Le classeur a changé pendant que ce plan attendait : rien n’a été écrit. Le voici refait.',
      );
    }
  }
};

/** Le plan montré ne vaut plus : quelqu'un a écrit dans le classeur entre-temps. */
class PlanPerime extends Error {}

/** Plans refaits parce que d'autres écrivent, avant d'y renoncer. */
const ESSAIS = 10;

interface Importation {
  readonly table: TableEchangeable;
  readonly source: SourceTabulaire;
  readonly profil: Profil | null;
  readonly fichier: string;
  readonly classeur: Classeur;
  readonly rejets: string | null;
  readonly nouveauProfil: string | null;
}

/** @throws PlanPerime si ce n'est plus le plan montré qui serait écrit : rien ne l'est. */
async function montrerPuisEcrire(
  args: Arguments,
  session: Session,
  { table, source, profil, fichier, classeur, rejets, nouveauProfil }: Importation,
): Promise<CodeSortie> {
  const { sortie } = session;
  const ecrivain =
    rejets === null
      ? null
      : new (await import('../fichiers/ecrire-rejets')).EcrivainRejets(rejets, source.description);
  // Chez Google, le plan est refait au moment d'écrire ; ailleurs, il est gardé.
  const montree = classeur.parEnvois ? new EmpreintePlan() : null;
  const resume = new ResumeImport(table, {
    garderRemarques: sortie.json,
    ecrivain,
    empreinte: montree,
  });
  const snapshot = await classeur.lire();
  const contexte = contexteImport(
    session,
    snapshot,
    basename(fichier),
    args.options['reprendre'] === true,
  );
  // Ce qui va être montré est gardé pour être écrit, si le classeur n'a pas changé entre-temps.
  const retenue =
    session.simulation || classeur.parEnvois
      ? null
      : new RetenuePlan(resume, new CollecteImport(table));
  const suite = retenue ?? resume;
  const parcourir = () => {
    const parcouru = parcourirImport(snapshot, table, source, profil, contexte, suite);
    // Refusé, le profil ne laisse pas de fichier de rejets derrière lui.
    const profilDit = nouveauProfil && ecrireProfil(nouveauProfil, table, parcouru, profil);
    return { ...parcouru, profilDit };
  };
  const { parcouru, ecrits } = avecRejets(ecrivain, parcourir);
  const { bilan, problemes, profilDit } = parcouru;
  const prevu = {
    ...bilan,
    rejets: resume.tousRejets,
    anomalies: resume.toutesAnomalies,
    doublons: resume.tousDoublons,
  };
  if (problemes.length > 0) {
    const code = rendreDecision(session, plan(prevu, { problemes }), () => {});
    if (profilDit)
      sortie.message(`${profilDit} Complétez ce profil, puis donnez-le avec --profil.`);
    return code;
  }
  if (!sortie.json) montrerPlan(sortie, table, bilan, resume);
  if (profilDit) sortie.message(profilDit);
  if (rejets !== null) sortie.message(direRejets(rejets, ecrits));
  const limites = limitesDepassees(snapshot, resume.ajouts, classeur.fichier === null);
  if (limites.length > 0 && !session.simulation) throw new ErreurClasseur(limites);
  for (const p of limites) sortie.message(messageDe(p));
  if (session.simulation) sortie.ligne('Simulation : rien n’a été écrit dans le classeur.');
  let fait: ResultatImport = prevu;
  if (!session.simulation && resume.ecritures > 0) {
    if (!(await session.confirmer('Écrire ces lignes dans le classeur ?'))) {
      sortie.message('Rien n’a été écrit dans le classeur.');
      return 1;
    }
    sortie.progression('Écriture…');
    const planifier = (s: Snapshot, ici: Contexte) => {
      if (s !== snapshot && montree === null) throw new PlanPerime();
      const refait = retenue?.plan(parcouru) ?? planImport(s, table, source, profil, ici);
      // Un envoi déjà parti donne un autre contexte : la suite reconnaît ce qu'il a écrit.
      const premier = montree !== null && ici === contexte;
      if (premier && montree.lire() !== empreinteDuPlan(refait)) throw new PlanPerime();
      return refait;
    };
    const ecrit = await guetter(
      async (guet) => {
        const fini = await ecrireImport(
          classeur,
          planifier,
          contexte,
          basename(fichier),
          (restants) =>
            sortie.progression(`Écriture… encore ${accord(restants, 'ligne', 'lignes')}`),
          guet.avantEcriture,
        );
        if (await guet.tropTard()) sortie.message(direTropTard(fini.resultat.import));
        return fini;
      },
      classeur.parEnvois && (() => quitterEnChemin(sortie)),
    );
    fait = ecrit.resultat;
    sortie.message(`Écrit : import n° ${fait.import}.`);
  }
  sortie.rendre({ ...fait, ...resume.listees.lire() }, () => {});
  return fait.rejetees > 0 ? 1 : 0;
}
