import { citerArgument } from '../fichiers/citer-argument';
import { formatDate, accord } from '../../src/messages/formats';
import type { DateCivile } from '../../src/commun/date-civile';
import type { CodeSortie } from '../declaration';
import type { Session } from '../session';
import { exporterEntrepot, prevoirEntrepot } from './exporter-entrepot';

/** `suivi exporter tout --vers parquet DOSSIER`. */
export async function exporterVersEntrepot(session: Session, dossier: string): Promise<CodeSortie> {
  const { sortie, simulation, contexte } = session;
  const snapshot = await session.classeur().lire();
  const { tables, ancien } = simulation
    ? prevoirEntrepot(snapshot, contexte, dossier)
    : await exporterEntrepot(snapshot, contexte, dossier);
  const lignes = tables.reduce((total, t) => total + t.lignes, 0);
  sortie.rendre({ table: 'tout', lignes, fichier: dossier, tables }, () => {
    if (simulation) sortie.titre('Simulation : rien n’a été écrit. Il serait écrit :');
    for (const t of tables) {
      sortie.ligne(`${t.table} : ${accord(t.lignes, 'ligne', 'lignes')} dans ${t.fichier}`);
    }
    if (ancien !== null) {
      const le = formatDate(ancien.slice(0, 10) as DateCivile);
      sortie.ligne(
        simulation
          ? `L’export du ${le}, déjà dans « ${dossier} », serait remplacé ; « archives » n’est pas touché.`
          : `L’export du ${le}, qui était dans « ${dossier} », est remplacé ; « archives » n’est pas touché.`,
      );
    }
    sortie.ligne(`Les indicateurs : cd ${citerArgument(dossier)} && duckdb -init vues-duckdb.sql`);
  });
  return 0;
}
