import type { TableAExporter } from '../tables-entrepot';
import { AFFAIRES, CHAINES, devisComptes, portefeuille, VERSIONS } from './devis';
import { BIGQUERY, DUCKDB, type Dialecte } from './dialecte';
import { FACTURES, NOTES, REPONSES } from './factures-et-notes';
import { indicateursMensuels, indicateursPortefeuille, PORTEES } from './indicateurs';
import { vueDeTable } from './tables';
import type { Vue } from './vue';

type TableNommee = Pick<TableAExporter, 'nom' | 'description'>;

const AVERTISSEMENT: Readonly<Record<Dialecte['nom'], string>> = {
  duckdb: '-- Vues pour DuckDB, à lancer depuis ce dossier : duckdb -init vues-duckdb.sql',
  bigquery:
    '-- Vues pour BigQuery : NON TESTÉES. Remplacez VOTRE-SEAU, et choisissez un jeu de données par défaut.',
};

/** Les vues, dans l'ordre où elles se créent : chacune ne lit que les précédentes. */
function vues(tables: readonly TableNommee[], d: Dialecte): Vue[] {
  return [
    ...tables.map(({ nom, description }) => vueDeTable(nom, description, d)),
    AFFAIRES,
    VERSIONS,
    CHAINES,
    devisComptes(d),
    portefeuille(d),
    FACTURES,
    REPONSES,
    NOTES,
    PORTEES,
    indicateursPortefeuille,
    indicateursMensuels(d),
  ];
}

function script(tables: readonly TableNommee[], d: Dialecte): string {
  const creees = vues(tables, d).map(
    ({ nom, description, requete }) =>
      `-- ${description}\nCREATE OR REPLACE VIEW ${nom} AS\n${requete};`,
  );
  return [AVERTISSEMENT[d.nom], d.prealable(tables.map((t) => t.nom)), ...creees]
    .filter((bloc) => bloc !== '')
    .join('\n\n')
    .concat('\n');
}

export const vuesDuckDb = (tables: readonly TableNommee[]): string => script(tables, DUCKDB);
export const vuesBigQuery = (tables: readonly TableNommee[]): string => script(tables, BIGQUERY);
