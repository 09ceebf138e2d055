import { ErreurClasseur } from '../../src/classeur/erreur-classeur';
import type { Snapshot } from '../../src/classeur/snapshot';
import { TABLES, TABLES_ECHANGEABLES, type TableEchangeable } from '../../src/classeur/tables';
import type { Contexte } from '../../src/commun/contexte';
import { enregistrerProfil } from '../../src/import/enregistrer-profil';
import { planImport } from '../../src/import/plan';
import { noterFeuille } from '../../src/import/noter-feuille';
import type { Remarque, ResultatImport } from '../../src/import/resultat';
import type { SourceTabulaire } from '../../src/import/source';
import { accord } from '../../src/messages/formats';
import { estRefuse } from '../../src/messages/avertissements';
import type { CodeSortie, Executer } from '../declaration';
import { ecrireFichier } from '../fichiers/ecrire-fichier';
import { ecrireRejets } from '../fichiers/ecrire-rejets';
import { lireProfil } from '../fichiers/lire-profil';
import { lireSource } from '../fichiers/lire-source';
import { refuserEcrasement } from '../fichiers/refuser-ecrasement';
import { ligneOption, texteOption } from '../lire-options';
import { texteIgnorees } from '../ignorees-texte';
import { texteDoublons, texteRemarques } from '../remarques-texte';
import { montrerSimulation, rendreDecision } from '../rendu';
import type { Session } from '../session';
import { ecrireImport } from '../workbooks/ecrire-import';

/** La source, dont la personne a dit où sont les noms de colonnes. */
function aLaLigne(source: SourceTabulaire, ligneEntete: number | null): SourceTabulaire {
  if (ligneEntete === null) return source;
  return { ...source, description: { ...source.description, ligneEntete } };
}

function remarques(session: Session, titre: string, liste: readonly Remarque[]): void {
  const { sortie } = session;
  if (liste.length === 0) return;
  sortie.ligne();
  sortie.titre(titre);
  for (const texte of texteRemarques(liste)) sortie.ligne(texte);
}

/** Le bilan : ce qui a été reconnu, décidé, écarté, et les comptes en dernier. */
function montrer(session: Session, table: TableEchangeable, r: ResultatImport): void {
  const { sortie } = session;
  const reconnues = Object.entries(r.colonnes.reconnues);
  sortie.titre(`Import vers « ${TABLES[table].onglet} »`);
  if (reconnues.length > 0) {
    const noms = reconnues.map(([e, n]) => (e === n ? n : `${e} → ${n}`));
    sortie.ligne(`Colonnes reconnues : ${noms.join(', ')}.`);
  }
  if (r.colonnes.ignorees.length > 0) {
    sortie.ligne(`Colonnes ignorées : ${r.colonnes.ignorees.join(', ')}.`);
  }
  for (const texte of texteIgnorees(r.ignorees)) sortie.ligne(texte);
  for (const a of r.avertissements) sortie.ligne(sortie.attention(a.message));
  remarques(session, accord(r.rejets.length, 'rejet', 'rejets'), r.rejets);
  remarques(
    session,
    accord(r.anomalies.length, 'valeur à vérifier', 'valeurs à vérifier'),
    r.anomalies,
  );
  if (r.doublons.length > 0) {
    sortie.ligne();
    sortie.titre(accord(r.doublons.length, 'doublon possible', 'doublons possibles'));
    for (const texte of texteDoublons(r.doublons)) sortie.ligne(texte);
  }
  sortie.ligne();
  const clients =
    r.clientsCrees > 0 ? ` ; ${accord(r.clientsCrees, 'client créé', 'clients créés')}` : '';
  sortie.succes(
    `${accord(r.lues, 'ligne lue', 'lignes lues')} : ${accord(r.creees, 'créée', 'créées')}, ${accord(r.modifiees, 'modifiée', 'modifiées')}, ${accord(r.inchangees, 'inchangée', 'inchangées')}, ${accord(r.rejetees, 'rejetée', 'rejetées')}${clients}.`,
  );
}

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
  await refuserEcrasement('rejets', rejets, [classeur.fichier, fichier]);
  await refuserEcrasement('enregistrer-profil', nouveauProfil, [classeur.fichier, fichier]);
  sortie.progression('Lecture de la source…');
  const lue = await lireSource(fichier, {
    ...(feuille === null ? {} : { feuille }),
    onglet: TABLES[table].onglet,
    noter: noterFeuille(table, demande.profil),
  });
  if (!lue.source) throw new ErreurClasseur(lue.problemes);
  const source = aLaLigne(lue.source, ligneOption(args, 'entete'));
  const profil = demande.pour(source);
  const planifier = (snapshot: Snapshot, contexte: Contexte) =>
    planImport(snapshot, table, source, profil, contexte);

  sortie.progression('Comparaison avec le classeur…');
  const prevu = planifier(await classeur.lire(), session.contexte);
  const { resultat } = prevu;
  const profilEcrit = nouveauProfil !== null && Object.keys(resultat.colonnes.reconnues).length > 0;
  if (profilEcrit) {
    const contenu = enregistrerProfil(table, resultat, profil);
    await ecrireFichier(nouveauProfil, `${JSON.stringify(contenu, null, 2)}\n`);
  }
  if (estRefuse(prevu)) {
    const code = rendreDecision(session, prevu, () => {});
    if (profilEcrit)
      sortie.message(
        `Ce qui a été reconnu est dans ${nouveauProfil} : complétez-le, puis donnez-le avec --profil.`,
      );
    return code;
  }
  if (rejets !== null) await ecrireRejets(rejets, source, table, profil, resultat.rejets);
  if (!sortie.json) montrer(session, table, resultat);
  montrerSimulation(session, prevu);
  let fait = prevu;
  if (!session.simulation && prevu.changements.length > 0) {
    if (!(await session.confirmer('Écrire ces lignes dans le classeur ?'))) {
      sortie.message('Rien n’a été écrit.');
      return 1;
    }
    sortie.progression('Écriture…');
    fait = await ecrireImport(classeur, planifier, session.contexte, (restants) =>
      sortie.progression(`Écriture… encore ${accord(restants, 'ligne', 'lignes')}`),
    );
    sortie.message(`Écrit : import n° ${fait.resultat.import}.`);
  }
  if (rejets !== null && resultat.rejetees > 0)
    sortie.message(`Les lignes rejetées sont dans ${rejets}.`);
  sortie.rendre(fait.resultat, () => {});
  return fait.resultat.rejetees > 0 ? 1 : 0;
};
