import { readFile } from 'node:fs/promises';
import { ErreurClasseur } from '../../src/classeur/erreur-classeur';
import type { Snapshot } from '../../src/classeur/snapshot';
import { TABLES, TABLES_ECHANGEABLES, type TableEchangeable } from '../../src/classeur/tables';
import type { Contexte } from '../../src/commun/contexte';
import { plan } from '../../src/classeur/plan';
import { enregistrerProfil } from '../../src/import/enregistrer-profil';
import { parcourirImport } from '../../src/import/parcourir';
import { planImport } from '../../src/import/plan';
import { parseProfil, type Profil } from '../../src/import/profil';
import type { ResultatImport } from '../../src/import/resultat';
import { accord } from '../../src/messages/formats';
import { messageDe } from '../../src/messages/probleme';
import { ErreurUsage } from '../arguments';
import type { CodeSortie, Executer } from '../declaration';
import { ecrireFichier } from '../fichiers/ecrire-fichier';
import { EcrivainRejets } from '../fichiers/ecrire-rejets';
import { lireSource } from '../fichiers/lire-source';
import { refuserEcrasement } from '../fichiers/refuser-ecrasement';
import { texteOption } from '../lire-options';
import { suivreLecture } from '../importer/avancement';
import { limitesDepassees } from '../importer/limites';
import { montrerPlan } from '../importer/montrer-plan';
import { ResumeImport } from '../importer/resume-import';
import { rendreDecision } from '../rendu';
import { ecrireImport } from '../workbooks/ecrire-import';

async function lireProfil(chemin: string | null, table: TableEchangeable): Promise<Profil | null> {
  if (chemin === null) return null;
  let json: unknown;
  try {
    json = JSON.parse(await readFile(chemin, 'utf8'));
  } catch (erreur) {
    const cause =
      erreur instanceof SyntaxError ? 'ce n’est pas du JSON valide' : 'il ne se lit pas';
    throw new ErreurUsage([`--profil : « ${chemin} » ne peut pas servir : ${cause}.`]);
  }
  const { profil, problemes } = parseProfil(json, table);
  if (!profil) throw new ErreurUsage(problemes.map(messageDe));
  return profil;
}

/** `suivi importer TABLE SOURCE` : lire, comprendre, montrer, confirmer, écrire (S2-12). */
export const executer: Executer = async (args, session): Promise<CodeSortie> => {
  const { sortie } = session;
  const table = TABLES_ECHANGEABLES.find((t) => t === args.positionnels['TABLE']) ?? 'clients';
  const profil = await lireProfil(texteOption(args, 'profil'), table);
  const feuille = texteOption(args, 'feuille');
  const fichier = args.positionnels['SOURCE'] ?? '';
  const rejets = texteOption(args, 'rejets');
  const nouveauProfil = texteOption(args, 'enregistrer-profil');
  const classeur = session.classeur();
  await refuserEcrasement('rejets', rejets, [classeur.fichier, fichier]);
  await refuserEcrasement('enregistrer-profil', nouveauProfil, [classeur.fichier, fichier]);
  const lue = await lireSource(fichier, {
    ...(feuille === null ? {} : { feuille }),
    onglet: TABLES[table].onglet,
    suivre: suivreLecture(sortie, () => performance.now()),
  });
  if (!lue.source) throw new ErreurClasseur(lue.problemes);
  const { source } = lue;

  const ecrivain = rejets === null ? null : new EcrivainRejets(rejets, source.description);
  const resume = new ResumeImport(table, { garderRemarques: sortie.json, ecrivain });
  const snapshot = await classeur.lire();
  const { bilan, problemes } = parcourirImport(
    snapshot,
    table,
    source,
    profil,
    session.contexte,
    resume,
  );
  ecrivain?.finir();
  const prevu = { ...bilan, rejets: resume.tousRejets, anomalies: resume.toutesAnomalies };
  const profilEcrit = nouveauProfil !== null && Object.keys(bilan.colonnes.reconnues).length > 0;
  if (profilEcrit) {
    const contenu = enregistrerProfil(table, prevu, profil);
    await ecrireFichier(nouveauProfil, `${JSON.stringify(contenu, null, 2)}\n`);
  }
  if (problemes.length > 0) {
    const code = rendreDecision(session, plan(prevu, { problemes }), () => {});
    if (profilEcrit)
      sortie.message(
        `Ce qui a été reconnu est dans ${nouveauProfil} : complétez-le, puis donnez-le avec --profil.`,
      );
    return code;
  }
  if (!sortie.json) montrerPlan(sortie, table, bilan, resume);
  const limites = limitesDepassees(snapshot, resume.ajouts, classeur.fichier === null);
  if (limites.length > 0 && !session.simulation) throw new ErreurClasseur(limites);
  for (const p of limites) sortie.message(messageDe(p));
  if (session.simulation) sortie.ligne('Simulation : rien n’a été écrit.');
  let fait: ResultatImport = prevu;
  if (!session.simulation && resume.ecritures > 0) {
    if (!(await session.confirmer('Écrire ces lignes dans le classeur ?'))) {
      sortie.message('Rien n’a été écrit.');
      return 1;
    }
    sortie.progression('Écriture…');
    const planifier = (s: Snapshot, contexte: Contexte) =>
      planImport(s, table, source, profil, contexte);
    const ecrit = await ecrireImport(classeur, planifier, session.contexte, (restants) =>
      sortie.progression(`Écriture… encore ${accord(restants, 'ligne', 'lignes')}`),
    );
    fait = ecrit.resultat;
    sortie.message(`Écrit : import n° ${fait.import}.`);
  }
  if (rejets !== null && bilan.rejetees > 0)
    sortie.message(`Les lignes rejetées sont dans ${rejets}.`);
  sortie.rendre(fait, () => {});
  return fait.rejetees > 0 ? 1 : 0;
};
