import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve } from 'node:path';
import { refus } from '../../src/classeur/erreur-classeur';
import type { Snapshot } from '../../src/classeur/snapshot';
import type { Contexte } from '../../src/commun/contexte';
import { tablesDeLEntrepot } from '../../src/export/entrepot/contenu';
import { schemaJson, schemaSql } from '../../src/export/entrepot/schema';
import type { TableAExporter } from '../../src/export/entrepot/tables-entrepot';
import { vuesBigQuery, vuesDuckDb } from '../../src/export/entrepot/vues/script';
import { creerDossier } from '../fichiers/creer-dossier';
import { oter } from '../fichiers/oter';
import { VERSION } from '../version';
import { direSortie } from '../workbooks/xlsx/erreurs-disque';
import { ecrireParquet } from './ecrire-parquet';

/** Une table écrite ; `ancien` : moment de l'export qu'elle remplace. */
export interface EntrepotEcrit {
  readonly tables: readonly { table: string; lignes: number; fichier: string }[];
  readonly ancien: string | null;
}

const COURANT = 'courant';
const SCHEMA = 'schema.json';

/** Assez pour que deux lignes différentes n'aient jamais la même. */
const empreinte = (texte: string): string =>
  createHash('sha256').update(texte).digest('hex').slice(0, 32);

/**
 * Écrit tout le classeur dans un dossier, en Parquet, avec son schéma et ses vues (S4-3). Les tables
 * d'un export précédent sont remplacées toutes ensemble ; le dossier `archives` n'est jamais touché.
 * @throws ErreurClasseur si le dossier contient autre chose, ou ne peut pas être écrit.
 */
export async function exporterEntrepot(
  snapshot: Snapshot,
  contexte: Contexte,
  dossier: string,
): Promise<EntrepotEcrit> {
  const racine = resolve(dossier);
  const prevu = prevoirEntrepot(snapshot, contexte, dossier);
  const tables = contenu(snapshot, contexte);
  const nouveau = join(racine, `.nouveau-${process.pid}`);
  try {
    creerDossier(racine);
    mkdirSync(nouveau);
    for (const table of tables) await ecrireParquet(join(nouveau, fichierDe(table)), table);
    poserSchema(racine, tables, contexte);
    mettreAJour(racine, nouveau);
  } catch (erreur) {
    oter(nouveau, { recursive: true });
    throw direSortie(erreur, join(racine, COURANT));
  }
  return prevu;
}

/** Ce qui serait écrit, sans rien écrire. */
export function prevoirEntrepot(
  snapshot: Snapshot,
  contexte: Contexte,
  dossier: string,
): EntrepotEcrit {
  const tables = contenu(snapshot, contexte).map((t) => ({
    table: t.nom,
    lignes: t.nombre,
    fichier: join(dossier, COURANT, fichierDe(t)),
  }));
  return { tables, ancien: lireAncien(resolve(dossier), dossier) };
}

const contenu = (snapshot: Snapshot, contexte: Contexte): TableAExporter[] =>
  tablesDeLEntrepot(snapshot, { contexte, version: VERSION, empreinte });

const fichierDe = ({ nom }: TableAExporter): string => `${nom}.parquet`;

/** Le moment de l'export déjà là ; `null` : le dossier est vide ou n'existe pas. */
function lireAncien(racine: string, dossier: string): string | null {
  if (!existsSync(racine)) return null;
  if (!statSync(racine).isDirectory()) {
    throw refus('ECRITURE_IMPOSSIBLE', { chemin: dossier, cause: 'c’est un fichier' });
  }
  const contenu = readdirSync(racine).filter((nom) => !nom.startsWith('.'));
  if (contenu.length === 0) return null;
  try {
    const schema: unknown = JSON.parse(readFileSync(join(racine, SCHEMA), 'utf8'));
    const { produit, exporteLe } = schema as { produit?: unknown; exporteLe?: unknown };
    if (produit === 'suivi-commercial') return String(exporteLe);
  } catch {
    // Pas de schéma, ou pas le nôtre : ce dossier n'est pas un entrepôt.
  }
  throw refus('ENTREPOT_DOSSIER_OCCUPE', { dossier });
}

/** Le schéma décrit les tables à venir ; écrit avant elles, il fait reconnaître un dossier interrompu. */
function poserSchema(
  racine: string,
  tables: readonly TableAExporter[],
  { maintenant }: Contexte,
): void {
  const textes = {
    [SCHEMA]: `${JSON.stringify(schemaJson(tables, maintenant), null, 2)}\n`,
    'schema.sql': schemaSql(tables),
    'vues-duckdb.sql': vuesDuckDb(tables),
    'vues-bigquery.sql': vuesBigQuery(tables),
  };
  for (const [nom, texte] of Object.entries(textes)) {
    const temporaire = join(racine, `.${nom}.${process.pid}.tmp`);
    try {
      const fd = openSync(temporaire, 'w');
      try {
        writeFileSync(fd, texte);
        fsyncSync(fd);
      } finally {
        closeSync(fd);
      }
      renameSync(temporaire, join(racine, nom));
    } catch (erreur) {
      rmSync(temporaire, { force: true });
      throw erreur;
    }
  }
}

/** Les nouvelles tables prennent la place des anciennes d'un seul geste. */
function mettreAJour(racine: string, nouveau: string): void {
  const courant = join(racine, COURANT);
  const ancien = join(racine, '.ancien');
  rmSync(ancien, { recursive: true, force: true });
  if (existsSync(courant)) renameSync(courant, ancien);
  renameSync(nouveau, courant);
  rmSync(ancien, { recursive: true, force: true });
}
