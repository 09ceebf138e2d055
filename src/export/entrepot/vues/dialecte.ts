/** Ce qui s'écrit autrement d'un moteur à l'autre ; tout le reste est commun. */
export interface Dialecte {
  readonly nom: 'duckdb' | 'bigquery';
  /** Les lignes d'une table, de tous les exports gardés, avec leur fichier dans `filename`. */
  fichiers(table: string): string;
  /** Tables à déclarer d'abord, pour que `fichiers` les trouve. */
  prealable(tables: readonly string[]): string;
  /** Le premier jour du mois d'une date. */
  mois(date: string): string;
  jours(de: string, a: string): string;
  plusJours(date: string, jours: number): string;
  /** Une colonne `mois` : tous les mois de `de` à `a`, bornes comprises. */
  serieDeMois(de: string, a: string): string;
  reel(valeur: string): string;
  /** Un nombre de centimes (réel entier), en euros à deux décimales exactes. */
  euros(centimes: string): string;
  sauf(colonne: string): string;
}

/** Dossiers gardés : `courant`, et ceux d'`archives`. */
const DOSSIERS = '[ac]*/**';

export const DUCKDB: Dialecte = {
  nom: 'duckdb',
  fichiers: (table) =>
    `read_parquet('${DOSSIERS}/${table}.parquet', union_by_name = true, filename = true)`,
  prealable: () => '',
  mois: (date) => `CAST(date_trunc('month', ${date}) AS DATE)`,
  jours: (de, a) => `date_diff('day', ${de}, ${a})`,
  plusJours: (date, jours) => `CAST(${date} + INTERVAL ${jours} DAY AS DATE)`,
  serieDeMois: (de, a) =>
    `SELECT CAST(unnest(generate_series(${de}, ${a}, INTERVAL 1 MONTH)) AS DATE) AS mois`,
  reel: (valeur) => `CAST(${valeur} AS DOUBLE)`,
  euros: (centimes) => `CAST(${centimes} / 100 AS DECIMAL(18,2))`,
  sauf: (colonne) => `* EXCLUDE (${colonne})`,
};

export const BIGQUERY: Dialecte = {
  nom: 'bigquery',
  fichiers: (table) => `(SELECT *, _FILE_NAME AS filename FROM brut_${table})`,
  prealable: (tables) =>
    tables
      .map(
        (table) =>
          `CREATE OR REPLACE EXTERNAL TABLE brut_${table} OPTIONS (format = 'PARQUET', uris = ['gs://VOTRE-SEAU/entrepot/*/${table}.parquet']);`,
      )
      .join('\n'),
  mois: (date) => `DATE_TRUNC(${date}, MONTH)`,
  jours: (de, a) => `DATE_DIFF(${a}, ${de}, DAY)`,
  plusJours: (date, jours) => `DATE_ADD(${date}, INTERVAL ${jours} DAY)`,
  serieDeMois: (de, a) =>
    `SELECT mois FROM UNNEST(GENERATE_DATE_ARRAY(${de}, ${a}, INTERVAL 1 MONTH)) AS mois`,
  reel: (valeur) => `CAST(${valeur} AS FLOAT64)`,
  euros: (centimes) => `ROUND(CAST(${centimes} / 100 AS NUMERIC), 2)`,
  sauf: (colonne) => `* EXCEPT (${colonne})`,
};
