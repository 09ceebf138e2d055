import { extname } from 'node:path';
import type { Snapshot } from '../../src/classeur/snapshot';
import { TABLES, TABLES_ECHANGEABLES, type TableEchangeable } from '../../src/classeur/tables';
import { tableExportee } from '../../src/export/enregistrements';
import { accord } from '../../src/messages/formats';
import { ErreurUsage } from '../arguments';
import type { Executer } from '../declaration';
import { ecrireDossierCsv, ecrireExport, type ResultatExport } from '../fichiers/ecrire-export';
import { refuserEcrasement } from '../fichiers/refuser-ecrasement';
import { texteOption } from '../lire-options';
import type { Session } from '../session';
import { ecrireClasseurEnFlux } from '../workbooks/xlsx/ecrire-en-flux';

/** Un classeur d'export : une feuille par table, écrite au fil de l'eau. */
async function versClasseur(
  snapshot: Snapshot,
  tables: readonly TableEchangeable[],
  fichier: string,
): Promise<ResultatExport[]> {
  await ecrireClasseurEnFlux(
    fichier,
    tables.map((table) => tableExportee(snapshot, table)),
  );
  return tables.map((table) => ({ table, lignes: snapshot.tables[table].length, fichier }));
}

async function exporter(
  session: Session,
  cible: TableEchangeable | 'tout',
  fichier: string,
): Promise<ResultatExport[]> {
  const tables = cible === 'tout' ? TABLES_ECHANGEABLES : [cible];
  const extension = extname(fichier).toLowerCase();
  const seul = cible === 'tout' ? ['.xlsx', '.json', ''] : ['.xlsx', '.csv', '.json', '.ndjson'];
  if (!seul.includes(extension)) {
    throw new ErreurUsage([
      cible === 'tout'
        ? `--sortie : « tout » s’exporte en .xlsx, en .json, ou en dossier de .csv (un nom sans extension), pas en « ${fichier} ».`
        : `--sortie : « ${fichier} » n’a pas une extension connue. Écrivez .csv, .json, .ndjson ou .xlsx.`,
    ]);
  }
  const classeur = session.classeur();
  await refuserEcrasement('sortie', fichier, [classeur.fichier]);
  const snapshot = await classeur.lire();
  if (session.simulation) {
    return tables.map((table) => ({ table, lignes: snapshot.tables[table].length, fichier }));
  }
  if (extension === '.xlsx') return versClasseur(snapshot, tables, fichier);
  if (extension === '') return ecrireDossierCsv(snapshot, fichier);
  return ecrireExport(snapshot, cible, fichier);
}

/** `suivi exporter TABLE|tout -o SORTIE`. */
export const executer: Executer = async (args, session) => {
  const { sortie } = session;
  const table = args.positionnels['TABLE'];
  const cible = TABLES_ECHANGEABLES.find((t) => t === table) ?? 'tout';
  const fichier = texteOption(args, 'sortie') ?? '';
  const resultats = await exporter(session, cible, fichier);
  const lignes = resultats.reduce((total, r) => total + r.lignes, 0);
  const detail = cible === 'tout' ? { tables: resultats } : {};
  sortie.rendre({ table: cible, lignes, fichier, ...detail }, () => {
    if (session.simulation) sortie.titre('Simulation : rien n’a été écrit. Il serait écrit :');
    for (const r of resultats) {
      sortie.ligne(
        `${TABLES[r.table].onglet} : ${accord(r.lignes, 'ligne', 'lignes')} dans ${r.fichier}`,
      );
    }
  });
  return 0;
};
