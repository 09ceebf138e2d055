import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { executer } from '../../cli/main';

export interface Sortie {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface OptionsSuivi {
  readonly env?: Readonly<Record<string, string>>;
  /** Une personne est devant la sortie d'erreur, et lit ce qui s'y écrit. */
  readonly lire?: (texte: string) => void;
}

/** Joue une commande dans ce processus, comme on la taperait hors d'un terminal. */
export function suivi(...argv: string[]): Promise<Sortie> {
  return suiviAvec({}, ...argv);
}

/** La même, avec des variables d'environnement, ou quelqu'un devant le terminal. */
export async function suiviAvec(
  { env = {}, lire }: OptionsSuivi,
  ...argv: string[]
): Promise<Sortie> {
  let stdout = '';
  let stderr = '';
  const code = await executer(argv, {
    stdout: { write: (t: string) => (stdout += t) },
    stderr: {
      write: (t: string) => {
        stderr += t;
        lire?.(t);
      },
      isTTY: lire !== undefined,
    },
    stdin: process.stdin,
    env,
    maintenant: new Date('2026-03-02T08:00:00Z'),
  });
  return { code, stdout, stderr };
}

/** La même, avec `--json` ; échoue si la sortie n'est pas du JSON seul. */
export async function suiviJson<T = Record<string, unknown>>(
  ...argv: string[]
): Promise<{ code: number; json: T; stderr: string }> {
  const { code, stdout, stderr } = await suivi(...argv, '--json');
  return { code, json: JSON.parse(stdout) as T, stderr };
}

export const EXECUTABLE = resolve('dist/cli/suivi.mjs');

/** Joue la commande construite, dans son propre processus. */
export function suiviProcessus(...argv: string[]): Promise<Sortie> {
  return suiviEnfant({}, ...argv).fin;
}

/** La même, avec des variables d'environnement, et de quoi la tuer. */
export function suiviEnfant(
  env: Readonly<Record<string, string>>,
  ...argv: string[]
): { readonly fin: Promise<Sortie>; readonly tuer: () => void } {
  const enfant = spawn(process.execPath, [EXECUTABLE, ...argv], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...env },
  });
  const fin = new Promise<Sortie>((fini, echec) => {
    let stdout = '';
    let stderr = '';
    enfant.stdout.on('data', (d) => (stdout += String(d)));
    enfant.stderr.on('data', (d) => (stderr += String(d)));
    enfant.on('error', echec);
    enfant.on('close', (code) => fini({ code: code ?? -1, stdout, stderr }));
  });
  return { fin, tuer: () => enfant.kill('SIGKILL') };
}

/** Un dossier à soi, effacé à la fin du test. */
export async function dossierTemporaire(): Promise<string> {
  const dossier = await mkdtemp(join(tmpdir(), 'suivi-test-'));
  onTestFinished(() => rm(dossier, { recursive: true, force: true }));
  return dossier;
}
