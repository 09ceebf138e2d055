// Lance toutes les mesures de test/bench/*.bench.ts, chacune dans son processus, et compare aux
// objectifs. Usage : node test/bench/bench.mjs [mot du nom] [--tours=3]
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ICI = dirname(fileURLToPath(import.meta.url));
const options = process.argv.slice(2);
const tours = Number(options.find((o) => o.startsWith('--tours='))?.slice(8) ?? 3);
const filtre = options.find((o) => !o.startsWith('--')) ?? '';

/** Construit une suite dans le projet, pour que les bibliothèques laissées dehors y soient trouvées. */
async function construire(fichier) {
  const suite = join(ICI, '../../dist/bench', fichier.replace(/\.ts$/, '.mjs'));
  await build({
    entryPoints: [join(ICI, fichier)],
    outfile: suite,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['csv-parse', 'exceljs', 'iconv-lite'],
    logLevel: 'warning',
  });
  return suite;
}

/** Joue une mesure dans un processus neuf : calcul (ms), mémoire de crête (Mio), temps relevés (ms). */
function jouer(suite, nom, dossier) {
  const sortie = execFileSync(process.execPath, [join(ICI, 'mesure.mjs'), suite, nom, dossier], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return JSON.parse(sortie.trim().split('\n').pop());
}

/**
 * Le meilleur temps de tous les tours, la pire mémoire. Les mesures alternent d'un tour à l'autre :
 * une machine qui ralentit pèse sur la nôtre comme sur sa référence.
 */
function mesurer(suite, noms, dossier) {
  const lues = {};
  for (let tour = 0; tour < tours; tour++) {
    for (const nom of noms) {
      const { cpu, rss, ms, referenceMs } = jouer(suite, nom, dossier);
      const deja = lues[nom];
      lues[nom] = {
        cpu: Math.min(cpu, deja?.cpu ?? Infinity),
        rss: Math.max(rss, deja?.rss ?? 0),
        ms: Math.min(ms, deja?.ms ?? Infinity),
        referenceMs: Math.min(referenceMs, deja?.referenceMs ?? Infinity),
      };
    }
  }
  return lues;
}

const chiffre = (n, grandeur) => `${n.toFixed(0)} ${grandeur === 'rss' ? 'Mio' : 'ms'}`;

/** Cas, valeur, référence, rapport, objectif, tenu ou manqué. */
function lire({ quoi, mesure, grandeur, reference, max }, lues) {
  const valeur = lues[mesure][grandeur];
  const autre =
    reference === 'relevee' ? lues[mesure].referenceMs : reference && lues[reference][grandeur];
  const compare = autre ? valeur / autre : valeur;
  return [
    quoi,
    chiffre(valeur, grandeur),
    autre ? chiffre(autre, grandeur) : '–',
    autre ? compare.toFixed(2) : '–',
    max === undefined ? '–' : `≤ ${autre ? max : chiffre(max, grandeur)}`,
    max === undefined ? '' : compare <= max ? 'tenu' : 'MANQUÉ',
  ];
}

function tableau(lignes) {
  const tetes = ['Cas', 'Mesuré', 'Référence', 'Rapport', 'Objectif', ''];
  const toutes = [tetes, ...lignes];
  const largeurs = tetes.map((_, i) => Math.max(...toutes.map((l) => l[i].length)));
  return toutes
    .map((l) =>
      l
        .map((t, i) => (i === 0 || i === 5 ? t.padEnd(largeurs[i]) : t.padStart(largeurs[i])))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const charge = () => loadavg()[0].toFixed(1);
const lignes = [];
const avant = charge();
for (const fichier of readdirSync(ICI).filter(
  (f) => f.endsWith('.bench.ts') && f.includes(filtre),
)) {
  process.stderr.write(`${basename(fichier, '.bench.ts')}…\n`);
  const dossier = mkdtempSync(join(tmpdir(), 'suivi-bench-'));
  try {
    const suite = await construire(fichier);
    const { objectifs, mesures } = await import(pathToFileURL(suite).href);
    jouer(suite, 'preparer', dossier);
    const lues = mesurer(suite, Object.keys(mesures), dossier);
    for (const objectif of objectifs) lignes.push(lire(objectif, lues));
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}
console.log(tableau(lignes));
console.log(
  `\nMeilleur temps et pire mémoire de ${tours} tours. Node ${process.version}, ${cpus().length} cœurs, charge ${avant} au départ, ${charge()} à la fin.`,
);
