import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mesurer } from './mesurer';
import { RELEVEE, type Mesures, type Objectif } from './objectif';

/** Le démarrage de la commande construite (`npm run build`), contre celui d'un Node sans rien. */

const COMMANDE = 'dist/cli/suivi.mjs';
const PASSES = 30;

function demarrer(...argv: string[]): void {
  const { status } = spawnSync(process.execPath, argv, { stdio: 'ignore' });
  if (status !== 0) throw new Error(`${argv.join(' ')} : sortie ${status}`);
}

export const mesures: Mesures = {
  '--help': async (dossier) => {
    const vide = join(dossier, 'vide.mjs');
    writeFileSync(vide, '');
    let [ms, referenceMs] = [Infinity, Infinity];
    // En alternance : la charge de la machine pèse sur les deux.
    for (let i = 0; i < PASSES; i++) {
      referenceMs = Math.min(
        referenceMs,
        mesurer(1, () => demarrer(vide)),
      );
      ms = Math.min(
        ms,
        mesurer(1, () => demarrer(COMMANDE, '--help')),
      );
    }
    return { ms, referenceMs };
  },
};

export const objectifs: readonly Objectif[] = [
  {
    quoi: 'suivi --help, contre un Node vide',
    mesure: '--help',
    grandeur: 'ms',
    reference: RELEVEE,
    max: 1.2,
  },
];
