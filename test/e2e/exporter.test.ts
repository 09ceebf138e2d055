import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { TABLES_ECHANGEABLES } from '../../src/classeur/tables';
import { classeurJuste, fichier } from '../errors/atelier';
import { dossierTemporaire, suivi, suiviJson } from '../support/suivi';

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
});
