// Construit dist/apps-script : un script et son manifeste, que clasp pousse tels quels.
import { copyFile, mkdir, rm } from 'node:fs/promises';
import { build } from 'esbuild';

const SORTIE = 'dist/apps-script';
const ENTREE = 'apps-script/main.ts';

await rm(SORTIE, { recursive: true, force: true });
await mkdir(SORTIE, { recursive: true });

const commun = {
  entryPoints: [ENTREE],
  bundle: true,
  platform: 'neutral',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
};

/** Google n'appelle que des fonctions de premier niveau : une par export du point d'entrée. */
const { metafile } = await build({ ...commun, format: 'esm', write: false, metafile: true });
const noms = Object.values(metafile.outputs).flatMap((sortie) => sortie.exports);
const globales = noms.map((nom) => `function ${nom}(e){return Suivi.${nom}(e)}`).join('\n');

await build({
  ...commun,
  format: 'iife',
  globalName: 'Suivi',
  target: 'es2019',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  footer: { js: globales },
  outfile: `${SORTIE}/suivi.js`,
});
await copyFile('apps-script/appsscript.json', `${SORTIE}/appsscript.json`);
