import { DuckDBInstance } from '@duckdb/node-api';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

type Ligne = Readonly<Record<string, unknown>>;

/** DuckDB, sur un entrepôt : un moteur et un lecteur de Parquet qui ne sont pas les nôtres. */
export class Entrepot {
  private constructor(
    private readonly connexion: Awaited<ReturnType<DuckDBInstance['connect']>>,
    private readonly dossier: string,
  ) {}

  static async ouvrir(dossier: string): Promise<Entrepot> {
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    const entrepot = new Entrepot(await instance.connect(), dossier);
    await entrepot.lancer(`SET file_search_path = '${dossier}'`);
    return entrepot;
  }

  /** Crée les vues livrées, telles qu'un utilisateur les lancerait ; `changer` les abîme. */
  async poserVues(changer: (sql: string) => string = (sql) => sql): Promise<this> {
    await this.lancer(changer(readFileSync(join(this.dossier, 'vues-duckdb.sql'), 'utf8')));
    return this;
  }

  async lancer(sql: string): Promise<void> {
    await this.connexion.run(sql);
  }

  /** Les lignes : montants en texte à deux décimales, dates `AAAA-MM-JJ`, entiers en nombres. */
  async lire(sql: string): Promise<Ligne[]> {
    const lu = await this.connexion.runAndReadAll(sql);
    return lu.getRowObjectsJson() as Ligne[];
  }
}
