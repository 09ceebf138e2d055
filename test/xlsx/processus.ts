import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as attendre } from 'node:timers/promises';
import { build } from 'esbuild';
import { expect } from 'vitest';
import { lireClasseur } from '../../cli/workbooks/xlsx/modifier-classeur';
import { classeurNeuf, dossierNeuf } from './outils';

const ICI = dirname(fileURLToPath(import.meta.url));

/** Le programme `ajouteur`, en un fichier que Node exécute seul. */
export async function batirAjouteur(): Promise<string> {
  const outfile = join(dossierNeuf(), 'ajouteur.mjs');
  await build({
    entryPoints: [join(ICI, 'ajouteur.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  return outfile;
}

export const lancer = (programme: string, ...args: string[]): ChildProcess =>
  spawn(process.execPath, [programme, ...args], { stdio: ['ignore', 'ignore', 'inherit'] });

export const fin = (p: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    p.on('exit', (code) => resolve(code));
  });

/**
 * Tue `fois` un processus qui écrit sans cesse, à un instant quelconque. Après chaque arrêt, le
 * classeur s'ouvre, contient tout ce qui avait été rendu comme écrit, au plus une ligne de plus, et
 * le processus suivant n'attend pas.
 */
export async function tuerAuHasard(fois: number, tirer: () => number): Promise<void> {
  const programme = await batirAjouteur();
  const dossier = dossierNeuf();
  const chemin = await classeurNeuf(join(dossier, 'c.xlsx'));
  const temoin = join(dossier, 'temoin.txt');
  let ecrites = 0;
  let lancements = 0;
  for (let tue = 0; tue < fois;) {
    const p = lancer(programme, chemin, `P${lancements++}`, '1000', temoin);
    const sortie = fin(p);
    await attendre(60 + tirer() * 240);
    p.kill('SIGKILL');
    await sortie;
    tue++;
    const numeros = lireClasseur(chemin).tables.devis.map((d) => d.numero);
    const notes = existsSync(temoin) ? readFileSync(temoin, 'utf8').trim().split('\n') : [];
    expect(numeros.filter((n) => !notes.includes(n ?? '')).length).toBeLessThanOrEqual(lancements);
    expect(notes.filter((n) => n !== '' && !numeros.includes(n))).toEqual([]);
    expect(new Set(numeros).size).toBe(numeros.length);
    expect(numeros.length).toBeGreaterThanOrEqual(ecrites);
    ecrites = numeros.length;
  }
  // Des arrêts ont bien eu lieu pendant des écritures, et le suivant passe sans attendre.
  expect(ecrites).toBeGreaterThan(fois / 4);
  expect(await fin(lancer(programme, chemin, 'dernier', '1'))).toBe(0);
  expect(lireClasseur(chemin).tables.devis.length).toBe(ecrites + 1);
}
