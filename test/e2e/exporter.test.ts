import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TABLES_ECHANGEABLES } from '../../src/classeur/tables';
import { typographier } from '../../src/messages/formats';
import { classeurJuste, fichier } from '../errors/atelier';
import { dossierTemporaire, suivi, suiviJson } from '../support/suivi';

/** Les phrases montrées ont leurs espaces insécables. */
const typographie = (attendu: RegExp): RegExp => new RegExp(typographier(attendu.source));

describe('suivi exporter', () => {
  it('rend la table, ses lignes et le fichier, dans chaque format', async () => {
    const dossier = await dossierTemporaire();
    await classeurJuste(dossier);
    const vers = (table: string, sortie: string) =>
      suiviJson('exporter', table, '-o', join(dossier, sortie), '-c', fichier(dossier));
    for (const sortie of ['d.csv', 'd.json', 'd.ndjson', 'd.xlsx']) {
      const attendu = { table: 'devis', lignes: 2, fichier: join(dossier, sortie) };
      expect((await vers('devis', sortie)).json).toEqual(attendu);
    }
    expect(readFileSync(join(dossier, 'd.csv'), 'utf8')).toMatch(
      /^\ufeffN°;Version;.*\r\nDEV-2026-0001;1;/,
    );
    expect(JSON.parse(readFileSync(join(dossier, 'd.json'), 'utf8'))[0]).toMatchObject({
      numero: 'DEV-2026-0001',
      montantHt: 12500,
      envoyeLe: '2026-02-20',
    });

    const tout = await vers('tout', 'tout.json');
    expect(tout.json).toMatchObject({
      table: 'tout',
      lignes: 5,
      fichier: join(dossier, 'tout.json'),
    });
    expect(Object.keys(JSON.parse(readFileSync(join(dossier, 'tout.json'), 'utf8')))).toEqual([
      ...TABLES_ECHANGEABLES,
    ]);
    expect((await vers('tout', 'dossier')).code).toBe(0);
    expect(readdirSync(join(dossier, 'dossier')).sort()).toEqual(
      TABLES_ECHANGEABLES.map((t) => `${t}.csv`).sort(),
    );
  });

  it.each(['d.csv', 'd.xlsx', 'd.json'])('en simulation, %s n’est pas écrit', async (sortie) => {
    const dossier = await dossierTemporaire();
    await classeurJuste(dossier);
    const avant = readdirSync(dossier);
    const la = ['-o', join(dossier, sortie), '-c', fichier(dossier), '--simulation'];
    expect((await suiviJson('exporter', 'devis', ...la)).json).toMatchObject({ lignes: 2 });
    expect(readdirSync(dossier)).toEqual(avant);
  });

  it.each([
    ['devis', 'd.pdf'],
    ['tout', 'tout.csv'],
  ])('%s vers %s : refusé, avec les formats possibles', async (table, sortie) => {
    const dossier = await dossierTemporaire();
    await classeurJuste(dossier);
    const r = await suivi('exporter', table, '-o', join(dossier, sortie), '-c', fichier(dossier));
    expect(r.code).toBe(2);
    expect(r.stderr).toMatch(/\.json/);
  });

  it.each([
    [['devis'], /Il manque --sortie SORTIE/],
    [['tout', '--vers', 'parquet'], /Il manque DOSSIER/],
    [['devis', '--vers', 'parquet', 'la'], /suivi exporter tout --vers parquet DOSSIER/],
    [['tout', 'la'], /« la » est de trop. Écrivez -o la, ou --vers parquet la/],
    [['tout', 'la', '--vers', 'parquet', '-o', 'ici'], /« la » est de trop/],
  ])('exporter %j : mauvais usage, dit', async (mots, attendu) => {
    const r = await suivi('exporter', ...mots, '-c', 'absent.xlsx');
    expect([r.code, r.stderr]).toEqual([2, expect.stringMatching(typographie(attendu))]);
  });

  it('ce qui était là est remplacé en le disant ; un échec n’y touche pas', async () => {
    const dossier = await dossierTemporaire();
    await classeurJuste(dossier);
    const la = join(dossier, 'd.csv');
    writeFileSync(la, 'ancien');
    const r = await suivi('exporter', 'devis', '-o', la, '-c', fichier(dossier));
    expect([r.code, r.stderr]).toEqual([0, expect.stringContaining('d.csv')]);
    expect(r.stderr).toContain('le fichier qui était là est remplacé');
    mkdirSync(join(dossier, 'tout', 'devis.csv'), { recursive: true });
    const vers = ['-o', join(dossier, 'tout'), '-c', fichier(dossier)];
    const echec = await suivi('exporter', 'tout', ...vers);
    expect([echec.code, echec.stderr]).toEqual([3, expect.stringContaining('c’est un dossier')]);
    expect(readdirSync(join(dossier, 'tout')).filter((n) => n.endsWith('.tmp'))).toEqual([]);
  });

  it('--vers parquet : les tables, le schéma, les vues ; refait, il remplace et le dit', async () => {
    const dossier = await dossierTemporaire();
    await classeurJuste(dossier);
    const entrepot = join(dossier, 'entrepot');
    const vers = ['exporter', 'tout', '--vers', 'parquet', entrepot, '-c', fichier(dossier)];
    const essai = await suivi(...vers, '--simulation');
    expect([essai.code, existsSync(entrepot)]).toEqual([0, false]);
    const { code, json } = await suiviJson<{ lignes: number; tables: object[] }>(...vers);
    expect(code).toBe(0);
    expect(json).toMatchObject({ table: 'tout', fichier: entrepot });
    expect(json.tables).toContainEqual({
      table: 'devis',
      lignes: 2,
      fichier: join(entrepot, 'courant', 'devis.parquet'),
    });
    expect(readdirSync(entrepot).sort()).toEqual([
      'courant',
      'schema.json',
      'schema.sql',
      'vues-bigquery.sql',
      'vues-duckdb.sql',
    ]);
    const espaces = ['--vers', 'parquet', join(dossier, 'entrepôt été'), '-c', fichier(dossier)];
    const conseil = (await suivi('exporter', 'tout', ...espaces, '--simulation')).stdout;
    expect(conseil).toContain(`cd "${join(dossier, 'entrepôt été')}" && duckdb`);
    const encore = await suivi(...vers, '--le', '2026-04-01');
    expect(encore.stdout).toMatch(/L’export du 02\/03\/2026.*est remplacé/);
    expect(readdirSync(entrepot)).toHaveLength(5);
    expect((await suivi(...vers, '--simulation')).stdout).toMatch(/01\/04\/2026.*serait remplacé/);
  });

  it('une table seule ne remplace jamais un autre classeur ; un export, si', async () => {
    const dossier = await dossierTemporaire();
    await classeurJuste(dossier);
    const autre = join(dossier, 'autre.xlsx');
    copyFileSync(fichier(dossier), autre);
    const avant = readFileSync(autre);
    const commande = ['exporter', 'clients', '-c', fichier(dossier), '-o'];
    const { code, stderr } = await suivi(...commande, autre);
    expect([code, stderr]).toEqual([2, expect.stringContaining('est un classeur entier')]);
    expect(readFileSync(autre).equals(avant)).toBe(true);
    const export1 = join(dossier, 'clients.xlsx');
    expect((await suivi(...commande, export1)).code).toBe(0);
    expect((await suivi(...commande, export1)).code).toBe(0);
  });

  it.each([
    ['un dossier où il y a autre chose', '.', /contient autre chose qu’un entrepôt/],
    ['un fichier', 'suivi.xlsx', /c’est un fichier/],
    ['un dossier qui ne se crée pas', '/proc/absent/x', /n’a pas pu être écrit/],
  ])('--vers parquet vers %s : refusé, rien n’est touché', async (_, ou, attendu) => {
    const dossier = await dossierTemporaire();
    await classeurJuste(dossier);
    writeFileSync(join(dossier, 'schema.json'), '{"produit":"autre"}');
    const avant = readdirSync(dossier);
    const la = ou.startsWith('/') ? ou : join(dossier, ou);
    const r = await suivi('exporter', 'tout', '--vers', 'parquet', la, '-c', fichier(dossier));
    expect([r.code, r.stderr]).toEqual([3, expect.stringMatching(attendu)]);
    expect(readdirSync(dossier)).toEqual(avant);
  });
});
