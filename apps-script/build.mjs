// Construit dist/apps-script, que clasp pousse tel quel : un script, la page du panneau, le manifeste.
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { assemblerPanneau } from './panneau/assembler.mjs';
import { sansMessages, verifierMessages } from './sans-messages.mjs';
import { verifierNoms } from './verifier-noms.mjs';

const SORTIE = 'dist/apps-script';
const ENTREE = 'apps-script/main.ts';
/** Ce que l'issue accorde au script minifié, en octets. */
const TAILLE_MAX = 200 * 1024;

const commun = {
  entryPoints: [ENTREE],
  bundle: true,
  platform: 'neutral',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  plugins: [sansMessages],
};

await rm(SORTIE, { recursive: true, force: true });
await mkdir(SORTIE, { recursive: true });

/** Google n'appelle que des fonctions de premier niveau : une par export du point d'entrée. */
const { metafile } = await build({ ...commun, format: 'esm', write: false, metafile: true });
const noms = Object.values(metafile.outputs).flatMap((sortie) => sortie.exports);
await verifierMessages(Object.keys(metafile.inputs));
await verifierNoms(noms);
const globales = noms.map((nom) => `function ${nom}(e){return Suivi.${nom}(e)}`).join('\n');

const { outputFiles } = await build({
  ...commun,
  format: 'iife',
  globalName: 'Suivi',
  // es2021 au plus : l'analyseur de Google refuse les champs de classe d'es2022.
  target: 'es2021',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
  footer: { js: globales },
  outfile: `${SORTIE}/suivi.js`,
  write: false,
});
const [script] = outputFiles;
if (script.contents.length > TAILLE_MAX) {
  throw new Error(`suivi.js pèse ${script.contents.length} octets, pour ${TAILLE_MAX} au plus.`);
}
await writeFile(`${SORTIE}/suivi.js`, script.contents);
await writeFile(`${SORTIE}/panneau.html`, await assemblerPanneau());
await copyFile('apps-script/appsscript.json', `${SORTIE}/appsscript.json`);
