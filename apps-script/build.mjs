// Construit dist/apps-script, que clasp pousse tel quel : un script, ses pages, le manifeste.
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { assemblerPanneau } from './panneau/assembler.mjs';
import { sansCoreJs } from './sans-core-js.mjs';
import {
  FAMILLES_DES_PARTIES,
  FAMILLES_DU_SCRIPT,
  FAMILLES_D_IMPORT,
  sansMessages,
  verifierMessages,
} from './sans-messages.mjs';
import { verifierNoms } from './verifier-noms.mjs';

const SORTIE = 'dist/apps-script';
/** Ce que Google évalue à chaque clic, en octets. */
const TAILLE_MAX = 200 * 1024;
const PARTIES = ['relances', 'pilotage', 'installation', 'importation'];

const commun = (entree, familles) => ({
  entryPoints: [entree],
  bundle: true,
  platform: 'neutral',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  metafile: true,
  write: false,
  plugins: [sansMessages(familles), sansCoreJs],
});

const minifie = {
  format: 'iife',
  // es2021 au plus : l'analyseur de Google refuse les champs de classe d'es2022.
  target: 'es2021',
  charset: 'utf8',
  minify: true,
  legalComments: 'none',
};

/** Google n'appelle que des fonctions de premier niveau : une par export du point d'entrée. */
async function construireScript() {
  const options = commun('apps-script/main.ts', FAMILLES_DU_SCRIPT);
  const { metafile } = await build({ ...options, format: 'esm' });
  const noms = Object.values(metafile.outputs).flatMap((sortie) => sortie.exports);
  await verifierNoms(noms);
  const globales = noms.map((nom) => `function ${nom}(e){return Suivi.${nom}(e)}`).join('\n');
  const script = await build({
    ...options,
    ...minifie,
    globalName: 'Suivi',
    footer: { js: globales },
  });
  await verifierMessages(Object.keys(utiles(script.metafile)), FAMILLES_DU_SCRIPT);
  const { contents } = script.outputFiles[0];
  if (contents.length > TAILLE_MAX) {
    throw new Error(`suivi.js pèse ${contents.length} octets, pour ${TAILLE_MAX} au plus.`);
  }
  await writeFile(`${SORTIE}/suivi.js`, contents);
}

/** Les fichiers dont il reste quelque chose. */
function utiles({ outputs }) {
  const [{ inputs }] = Object.values(outputs);
  return Object.fromEntries(Object.entries(inputs).filter(([, i]) => i.bytesInOutput > 0));
}

/** Une partie : une page statique qui ne porte qu'un script (`serveur/partie.ts`). */
async function construirePartie(nom) {
  const familles = nom === 'importation' ? FAMILLES_D_IMPORT : FAMILLES_DES_PARTIES;
  const options = commun(`apps-script/parties/${nom}.ts`, familles);
  const partie = await build({ ...options, ...minifie, globalName: 'Partie' });
  await verifierMessages(Object.keys(utiles(partie.metafile)), familles);
  const code = partie.outputFiles[0].text.trim();
  if (/<\/?script/i.test(code)) throw new Error(`La partie ${nom} fermerait sa page.`);
  await writeFile(`${SORTIE}/${nom}.html`, `<script>${code}</script>\n`);
}

await rm(SORTIE, { recursive: true, force: true });
await mkdir(SORTIE, { recursive: true });
await construireScript();
for (const nom of PARTIES) await construirePartie(nom);
await writeFile(`${SORTIE}/panneau.html`, await assemblerPanneau());
await copyFile('apps-script/appsscript.json', `${SORTIE}/appsscript.json`);
