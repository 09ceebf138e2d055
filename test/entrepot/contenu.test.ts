import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exporterEntrepot } from '../../cli/entrepot/exporter-entrepot';
import { genererExemple } from '../../sheets-templates/exemple/generer-exemple';
import { parametresInitiaux } from '../../sheets-templates/parametres-initiaux';
import type { Colonne } from '../../src/classeur/colonne';
import type { Snapshot } from '../../src/classeur/snapshot';
import { TABLES } from '../../src/classeur/tables';
import { enEuros, type Centimes } from '../../src/commun/montant';
import { nomSql, TABLES_ENTREPOT } from '../../src/export/entrepot/tables-entrepot';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { Entrepot } from '../support/duckdb';
import { contexte, euros, jour, mois } from '../support/valeurs';
import { comparer } from './comparer';

const LE = '2026-03-02';
const LONG = '😀 « é » \n "a";\'b\' \u200fשלום '.repeat(400);

const firme = (): ClasseurEnMemoire =>
  new ClasseurEnMemoire({ parametres: parametresInitiaux() })
    .appliquer(genererExemple(jour(LE)))
    .appliquer([
      {
        type: 'ajouter',
        table: 'historique',
        valeurs: { mois: mois('2026-01'), caSigne: euros(-12.34), nps: -33.5 },
      },
      {
        type: 'ajouter',
        table: 'tarifs',
        valeurs: { code: '=1+1', designation: LONG.trim(), prixHt: euros(9_999_999_999.99) },
      },
    ])
    .ecrire('devis', 2, 'montantHt', 'environ 1000')
    .ecrire('devis', 2, 'tauxTva', 'vingt');

/** Une valeur lue, telle que DuckDB la montre en JSON. */
function montree(colonne: Colonne, valeur: unknown): unknown {
  if (valeur === null) return null;
  switch (colonne.genre) {
    case 'montant':
      return enEuros(valeur as Centimes).toFixed(2);
    case 'entier':
      return String(valeur);
    case 'mois':
      return `${String(valeur)}-01`;
    case 'horodatage':
      return `${String(valeur).replace('T', ' ')}:00`;
    case 'libre':
      return String(valeur);
    default:
      return valeur;
  }
}

const TYPES: Readonly<Record<string, string>> = {
  montant: 'DECIMAL(18,2)',
  entier: 'BIGINT',
  nombre: 'DOUBLE',
  taux: 'DOUBLE',
  date: 'DATE',
  mois: 'DATE',
  horodatage: 'TIMESTAMP',
  booleen: 'BOOLEAN',
};

describe('le contenu de l’entrepôt', () => {
  let dossier = '';
  let snapshot: Snapshot;
  let entrepot: Entrepot;
  beforeAll(async () => {
    dossier = mkdtempSync(join(tmpdir(), 'suivi-entrepot-'));
    snapshot = firme().snapshot();
    await exporterEntrepot(snapshot, contexte(LE), dossier);
    entrepot = await Entrepot.ouvrir(dossier);
  });
  afterAll(() => rmSync(dossier, { recursive: true, force: true }));

  it.each(TABLES_ENTREPOT)('%s : DuckDB relit exactement les enregistrements', async (cle) => {
    const fichier = `courant/${nomSql(cle)}.parquet`;
    const lues = await entrepot.lire(`SELECT * FROM '${fichier}' ORDER BY ligne`);
    const colonnes: [string, Colonne][] = Object.entries(TABLES[cle].colonnes);
    const noms = colonnes.map(([nom]) => nomSql(nom));
    const voulues = snapshot.tables[cle].map((lu) => {
      const valeurs = new Map<string, unknown>(Object.entries(lu));
      return colonnes.map(([nom, c]) => montree(c, valeurs.get(nom)));
    });
    expect(lues.map((l) => noms.map((nom) => l[nom]))).toEqual(voulues);
    expect(lues.map((l) => Number(l['ligne']))).toEqual(snapshot.tables[cle].map((l) => l.ligne));
    const types = new Map(
      (await entrepot.lire(`DESCRIBE SELECT * FROM '${fichier}'`)).map((l) => [
        l['column_name'],
        l['column_type'],
      ]),
    );
    for (const [nom, c] of colonnes) {
      expect([nom, types.get(nomSql(nom))]).toEqual([nom, TYPES[c.genre] ?? 'VARCHAR']);
    }
  });

  it('le texte d’une cellule incomprise est gardé, et sa ligne le dit', async () => {
    expect(
      await entrepot.lire(`SELECT illisibles FROM 'courant/devis.parquet' WHERE ligne = 2`),
    ).toEqual([{ illisibles: '|montant_ht|taux_tva|' }]);
    expect(
      await entrepot.lire(
        `SELECT nom_table, onglet, ligne, colonne, valeur FROM 'courant/illisibles.parquet' ORDER BY colonne`,
      ),
    ).toEqual([
      {
        nom_table: 'devis',
        onglet: 'Devis',
        ligne: '2',
        colonne: 'montant_ht',
        valeur: 'environ 1000',
      },
      { nom_table: 'devis', onglet: 'Devis', ligne: '2', colonne: 'taux_tva', valeur: 'vingt' },
    ]);
  });

  it('schema.sql crée des tables qui reçoivent chaque fichier, schema.json les décrit', async () => {
    await entrepot.lancer(readFileSync(join(dossier, 'schema.sql'), 'utf8'));
    const schema = JSON.parse(readFileSync(join(dossier, 'schema.json'), 'utf8')) as {
      tables: {
        nom: string;
        fichier: string;
        lignes: number;
        colonnes: { description: string }[];
      }[];
    };
    expect(schema.tables.map((t) => t.fichier.slice(8)).sort()).toEqual(
      readdirSync(join(dossier, 'courant')).sort(),
    );
    for (const { nom, fichier, lignes, colonnes } of schema.tables) {
      await entrepot.lancer(`INSERT INTO ${nom} SELECT * FROM '${fichier}'`);
      const [compte] = await entrepot.lire(`SELECT COUNT(*) AS n FROM ${nom}`);
      expect([nom, Number(compte?.['n'])]).toEqual([nom, lignes]);
      expect(colonnes.every((c) => c.description.length > 5)).toBe(true);
    }
  });

  it('le script BigQuery ne garde rien de DuckDB', () => {
    const sql = readFileSync(join(dossier, 'vues-bigquery.sql'), 'utf8');
    expect(sql).toMatch(/^-- Vues pour BigQuery : NON TESTÉES/);
    expect(sql).not.toMatch(
      /read_parquet|date_trunc\('|EXCLUDE|AS DOUBLE|generate_series|date_diff\('/,
    );
    expect(sql).toMatch(/CREATE OR REPLACE EXTERNAL TABLE brut_devis/);
  });
});

describe('les archives', () => {
  it('des années closes mises à part dans un autre classeur : les mêmes indicateurs', async () => {
    const dossier = mkdtempSync(join(tmpdir(), 'suivi-entrepot-'));
    try {
      const entier = firme().snapshot();
      const garder = (clos: boolean): Snapshot => {
        const { tables } = entier;
        const ancien = (d: string | null): boolean => d !== null && d < '2025-07-01';
        const parti = (garde: boolean): boolean => garde === clos;
        const classeur = new ClasseurEnMemoire({
          clients: tables.clients,
          affaires: tables.affaires,
          parametres: tables.parametres,
          devis: tables.devis.filter((d) => parti(ancien(d.decideLe))),
          factures: tables.factures.filter((f) => parti(ancien(f.payeLe))),
          satisfaction: tables.satisfaction.filter((s) => parti(ancien(s.date))),
          actions: tables.actions.filter((a) => parti(ancien(a.date))),
        });
        return classeur.snapshot();
      };
      const archive = join(dossier, 'archives', '2025-S1');
      expect(garder(true).tables.devis.length).toBeGreaterThan(20);
      await exporterEntrepot(garder(false), contexte(LE), dossier);
      // L'archive est refaite plus tard, avec une autre date : celle du classeur d'aujourd'hui prévaut.
      await exporterEntrepot(garder(true), contexte('2026-05-01'), archive);
      const vues = await (await Entrepot.ouvrir(dossier)).poserVues();
      expect((await comparer(vues, entier, jour(LE))).ecarts).toEqual([]);
      await exporterEntrepot(garder(false), contexte('2026-03-03'), dossier);
      expect(readdirSync(archive).sort()).toContain('courant');
    } finally {
      rmSync(dossier, { recursive: true, force: true });
    }
  });
});
