import { existsSync } from 'node:fs';
import { extname } from 'node:path';
import type { Snapshot } from '../../src/classeur/snapshot';
import { TABLES, TABLES_ECHANGEABLES, type TableEchangeable } from '../../src/classeur/tables';
import { lignesACopier, toutCopier } from '../../src/export/copie';
import { tableExportee } from '../../src/export/enregistrements';
import { accord } from '../../src/messages/formats';
import { ErreurUsage } from '../arguments';
import type { Arguments, Executer } from '../declaration';
import {
  ecrireDossierCsv,
  ecrireExport,
  fichierCsv,
  type ResultatExport,
} from '../fichiers/ecrire-export';
import { refuserEcrasement } from '../fichiers/refuser-ecrasement';
import { texteOption } from '../lire-options';
import type { Session } from '../session';
import { nomLibre } from '../fichiers/nom-libre';
import { DEPART } from '../workbooks/depart-copie';
import { estUnClasseur } from '../workbooks/est-un-classeur';
import { nonCopies } from '../workbooks/non-copies';
import { ecrireClasseurEnFlux } from '../workbooks/xlsx/ecrire-en-flux';

type Cible = TableEchangeable | 'tout';

/** Une table seule : une feuille, écrite au fil de l'eau. */
async function versFeuille(
  snapshot: Snapshot,
  table: TableEchangeable,
  fichier: string,
): Promise<ResultatExport[]> {
  await ecrireClasseurEnFlux(fichier, [tableExportee(snapshot, table)]);
  return prevu(snapshot, [table], fichier);
}

/** Tout : un classeur entier, que toutes les commandes ouvrent. */
async function versClasseur(
  session: Session,
  snapshot: Snapshot,
  fichier: string,
): Promise<ResultatExport[]> {
  const { creerClasseur } = await import('../workbooks/xlsx/creer-classeur');
  const contenu = toutCopier(lignesACopier(snapshot, DEPART));
  await creerClasseur(fichier, contenu, { remplacer: true });
  for (const phrase of nonCopies(snapshot)) session.sortie.message(phrase);
  return prevu(snapshot, TABLES_ECHANGEABLES, fichier);
}

/** Où écrire : `-o SORTIE`, ou le mot qui suit « tout » avec --vers. */
function lireSortie(args: Arguments, cible: Cible): { vers: string | null; sortie: string } {
  const vers = texteOption(args, 'vers');
  const option = texteOption(args, 'sortie');
  const mot = args.positionnels['DOSSIER']?.trim() ?? '';
  if (option !== null && mot !== '') {
    throw new ErreurUsage([`« ${mot} » est de trop : --sortie dit déjà où écrire.`]);
  }
  if (vers !== null && cible !== 'tout') {
    throw new ErreurUsage([
      `--vers ${vers} exporte tout le classeur : écrivez « suivi exporter tout --vers ${vers} DOSSIER ».`,
    ]);
  }
  if (mot !== '' && vers === null) {
    throw new ErreurUsage([
      `« ${mot} » est de trop. Écrivez -o ${mot}, ou --vers parquet ${mot} pour un entrepôt.`,
    ]);
  }
  const sortie = option ?? mot;
  if (sortie !== '') return { vers, sortie };
  throw new ErreurUsage([
    vers === null
      ? 'Il manque --sortie SORTIE : le fichier .csv, .json, .ndjson ou .xlsx à écrire.'
      : 'Il manque DOSSIER : le dossier de l’entrepôt.',
  ]);
}

function controlerFormat(cible: Cible, fichier: string): string {
  const extension = extname(fichier).toLowerCase();
  const seul = cible === 'tout' ? ['.xlsx', '.json', ''] : ['.xlsx', '.csv', '.json', '.ndjson'];
  if (seul.includes(extension)) return extension;
  throw new ErreurUsage([
    cible === 'tout'
      ? `--sortie : « tout » s’exporte en .xlsx, en .json, ou en dossier de .csv (un nom sans extension), pas en « ${fichier} ».`
      : `--sortie : « ${fichier} » n’a pas une extension connue. Écrivez .csv, .json, .ndjson ou .xlsx.`,
  ]);
}

const prevu = (snapshot: Snapshot, tables: readonly TableEchangeable[], fichier: string) =>
  tables.map((table) => ({ table, lignes: snapshot.tables[table].length, fichier }));

/** Ce qui est déjà là n'est pas remplacé sans le dire : on demande, ou l'on prévient si personne n'est là. */
async function remplacer(session: Session, fichiers: readonly string[]): Promise<boolean> {
  const presents = fichiers.filter((f) => existsSync(f));
  if (presents.length === 0) return true;
  const noms = presents.map((f) => `« ${f} »`).join(', ');
  if (!(await session.confirmer(`${noms} : déjà là. Remplacer ?`))) return false;
  session.sortie.message(
    `${noms} : ${presents.length === 1 ? 'le fichier qui était là est remplacé' : 'les fichiers qui étaient là sont remplacés'}.`,
  );
  return true;
}

async function exporter(
  session: Session,
  cible: Cible,
  fichier: string,
): Promise<ResultatExport[] | null> {
  const tables = cible === 'tout' ? TABLES_ECHANGEABLES : [cible];
  const extension = controlerFormat(cible, fichier);
  const classeur = session.classeur();
  await refuserEcrasement('sortie', fichier, [classeur.fichier]);
  if (extension === '.xlsx' && cible !== 'tout' && (await estUnClasseur(fichier))) {
    throw new ErreurUsage([
      `--sortie : « ${fichier} » est un classeur entier, Journal et Registre compris : une seule table ne le remplace pas. Choisissez un autre nom, par exemple « ${nomLibre(fichier)} ».`,
    ]);
  }
  const snapshot = await classeur.lire();
  if (session.simulation) return prevu(snapshot, tables, fichier);
  const fichiers = extension === '' ? tables.map((t) => fichierCsv(fichier, t)) : [fichier];
  if (!(await remplacer(session, fichiers))) return null;
  if (extension === '.xlsx') {
    return cible === 'tout'
      ? versClasseur(session, snapshot, fichier)
      : versFeuille(snapshot, cible, fichier);
  }
  if (extension === '') return ecrireDossierCsv(snapshot, fichier);
  return ecrireExport(snapshot, cible, fichier);
}

/** `suivi exporter TABLE|tout -o SORTIE`, `suivi exporter tout --vers parquet DOSSIER`. */
export const executer: Executer = async (args, session) => {
  const { sortie } = session;
  const table = args.positionnels['TABLE'];
  const cible = TABLES_ECHANGEABLES.find((t) => t === table) ?? 'tout';
  const { vers, sortie: fichier } = lireSortie(args, cible);
  if (vers !== null) {
    const { exporterVersEntrepot } = await import('../entrepot/commande');
    return exporterVersEntrepot(session, fichier);
  }
  const resultats = await exporter(session, cible, fichier);
  if (resultats === null) {
    sortie.message('Rien n’a été écrit.');
    return 1;
  }
  const lignes = resultats.reduce((total, r) => total + r.lignes, 0);
  const detail = cible === 'tout' ? { tables: resultats } : {};
  sortie.rendre({ table: cible, lignes, fichier, ...detail }, () => {
    if (session.simulation) sortie.titre('Simulation : rien n’a été écrit. Il serait écrit :');
    for (const r of resultats) {
      sortie.ligne(
        `${TABLES[r.table].onglet} : ${accord(r.lignes, 'ligne', 'lignes')} dans ${r.fichier}`,
      );
    }
    if (cible === 'tout' && fichier.toLowerCase().endsWith('.xlsx')) {
      sortie.ligne(
        'C’est un classeur entier : réglages, Registre, Journal et Historique y sont aussi.',
      );
    }
  });
  return 0;
};
