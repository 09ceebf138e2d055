import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setTimeout as attendre } from 'node:timers/promises';
import { build } from 'esbuild';
import { lireClasseur } from '../../cli/workbooks/xlsx/lire-classeur';
import { classeurNeuf, dossierNeuf } from './outils';

const ICI = dirname(fileURLToPath(import.meta.url));

/** Le programme `ajouteur`, en un fichier que Node exécute seul. */
export const batirAjouteur = (): Promise<string> => batir('ajouteur');

export async function batir(nom: string): Promise<string> {
  const outfile = join(dossierNeuf(), `${nom}.mjs`);
  await build({
    entryPoints: [join(ICI, `${nom}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    // Les bibliothèques CommonJS demandent `require`.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: 'warning',
  });
  return outfile;
}

export const lancer = (programme: string, ...args: string[]): ChildProcess =>
  spawn(process.execPath, [programme, ...args], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });

/** Le processus a fini de démarrer : il va écrire. */
const pret = async (p: ChildProcess): Promise<void> => {
  await once(p, 'message');
};

export const fin = (p: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => {
    p.on('exit', (code) => resolve(code));
  });

/** Attend que le processus ait rendu `combien` écritures ; rend la durée de la dernière, en ms. */
async function laisserEcrire(p: ChildProcess, combien: number): Promise<number> {
  let duree = 0;
  for (let i = 0; i < combien; i++) {
    const debut = performance.now();
    await once(p, 'message');
    duree = performance.now() - debut;
  }
  return duree;
}

export interface Bilan {
  readonly tues: number;
  /** Écritures abouties entre les arrêts. */
  readonly ecrites: number;
  /** Ce que le classeur a perdu ou dédoublé après un arrêt. */
  readonly fautes: readonly string[];
  /** Code de sortie du processus lancé après le dernier arrêt. */
  readonly ensuite: number | null;
}

/**
 * Tue `fois` un processus qui écrit sans cesse, à un instant quelconque : après zéro à trois
 * écritures rendues, et une fraction de la suivante. Le classeur doit alors s'ouvrir, contenir tout
 * ce qui avait été rendu comme écrit, au plus une ligne de plus par arrêt, et le processus suivant ne
 * pas attendre.
 */
export async function tuerAuHasard(fois: number, tirer: () => number): Promise<Bilan> {
  const programme = await batirAjouteur();
  const dossier = dossierNeuf();
  const chemin = await classeurNeuf(join(dossier, 'c.xlsx'));
  const temoin = join(dossier, 'temoin.txt');
  const fautes: string[] = [];
  let ecrites = 0;
  // Durée de la dernière écriture vue, en ms ; d'ici la première, un ordre de grandeur.
  let uneEcriture = 50;
  for (let tue = 1; tue <= fois; tue++) {
    const p = lancer(programme, chemin, `P${tue}`, '1000', temoin);
    const sortie = fin(p);
    await pret(p);
    uneEcriture = (await laisserEcrire(p, Math.floor(tirer() * 4))) || uneEcriture;
    await attendre(tirer() * uneEcriture);
    p.kill('SIGKILL');
    await sortie;
    const numeros = new Set(lireClasseur(chemin).tables.devis.map((d) => d.numero));
    const notes = existsSync(temoin) ? readFileSync(temoin, 'utf8').trim().split('\n') : [];
    const perdus = notes.filter((n) => n !== '' && !numeros.has(n));
    fautes.push(...perdus.map((n) => `${n} perdu à l’arrêt ${tue}`));
    if (numeros.size > notes.length + tue) fautes.push(`lignes en trop à l’arrêt ${tue}`);
    ecrites = numeros.size;
  }
  const ensuite = await fin(lancer(programme, chemin, 'dernier', '1'));
  if (lireClasseur(chemin).tables.devis.length !== ecrites + 1) fautes.push('dernier ajout perdu');
  return { tues: fois, ecrites, fautes, ensuite };
}
