// Lance toutes les mesures de test/bench/*.bench.ts, chacune dans son processus, et compare aux
// objectifs. Usage : node test/bench/bench.mjs [mot du nom] [--tours=3]
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ICI = dirname(fileURLToPath(import.meta.url));
const options = process.argv.slice(2);
const tours = Number(options.find((o) => o.startsWith('--tours='))?.slice(8) ?? 3);
const filtre = options.find((o) => !o.startsWith('--')) ?? '';

/** Mesure une fonction de la suite dans un processus neuf : calcul (ms) et mémoire de crête (Mio). */
function mesurer(suite, nom, dossier) {
  const lues = Array.from({ length: nom === 'preparer' ? 1 : tours }, () => {
    const sortie = execFileSync(process.execPath, [join(ICI, 'mesure.mjs'), suite, nom, dossier], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    return JSON.parse(sortie.trim().split('\n').pop());
  });
  lues.sort((a, b) => a.cpu - b.cpu);
  return { cpu: lues[Math.floor(lues.length / 2)].cpu, rss: Math.max(...lues.map((m) => m.rss)) };
}

const chiffre = (n, unite) => `${n.toFixed(unite === 'ms' ? 0 : 2)} ${unite}`.trim();
let manques = 0;
for (const fichier of readdirSync(ICI).filter(
  (f) => f.endsWith('.bench.ts') && f.includes(filtre),
)) {
  const dossier = mkdtempSync(join(tmpdir(), 'suivi-bench-'));
  try {
    // Dans le projet, pour que les bibliothèques laissées dehors y soient trouvées.
    const suite = join(ICI, '../../dist/bench', fichier.replace(/\.ts$/, '.mjs'));
    await build({
      entryPoints: [join(ICI, fichier)],
      outfile: suite,
      bundle: true,
      platform: 'node',
      format: 'esm',
      external: ['exceljs'],
      logLevel: 'warning',
    });
    const { objectifs, mesures } = await import(pathToFileURL(suite).href);
    if (!mesures) continue;
    mesurer(suite, 'preparer', dossier);
    const lues = {};
    for (const nom of Object.keys(mesures)) {
      lues[nom] = mesurer(suite, nom, dossier);
      const { cpu, rss } = lues[nom];
      console.log(
        `${nom.padEnd(44)} ${chiffre(cpu, 'ms').padStart(10)} ${rss.toFixed(0).padStart(6)} Mio`,
      );
    }
    for (const { quoi, mesure, grandeur, reference, max } of objectifs) {
      const valeur = lues[mesure][grandeur] / (reference ? lues[reference][grandeur] : 1);
      const tenu = valeur <= max;
      if (!tenu) manques++;
      console.log(
        `${tenu ? 'tenu  ' : 'MANQUÉ'} ${quoi} : ${valeur.toFixed(2)} (objectif ≤ ${max})`,
      );
    }
  } finally {
    rmSync(dossier, { recursive: true, force: true });
  }
}
process.exitCode = manques > 0 ? 1 : 0;
