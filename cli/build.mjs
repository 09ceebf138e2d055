// Construit la commande (dist/cli) ; le module Apps Script a sa propre construction.
import { chmod, copyFile, mkdir, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { build } from 'esbuild';
import { construireApercu } from './preview/construire.mjs';

/** Nos encodages sont d'un octet, ou UTF-16 : les tables chinoises, japonaises et coréennes ne se chargent pas. */
const sansTablesAsiatiques = {
  name: 'sans-tables-asiatiques',
  setup: ({ onLoad }) =>
    onLoad({ filter: /iconv-lite\/encodings\/dbcs-(codec|data)\.js$/ }, () => ({ contents: '' })),
};

await rm('dist/cli', { recursive: true, force: true });
await build({
  entryPoints: { suivi: 'cli/bin.ts' },
  outdir: 'dist/cli',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  charset: 'utf8',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  // ce que les bibliothèques écrivent d'elles-mêmes sur la sortie d'erreur (formats d'un .ods…)
  pure: ['console.error'],
  chunkNames: 'morceaux/[name]-[hash]',
  plugins: [sansTablesAsiatiques],
  // Les bibliothèques CommonJS demandent `require` ; le préparer coûte, il ne l'est qu'au premier appel.
  banner: {
    js: "import { createRequire as __creerRequire } from 'node:module';\nlet __demander;\nconst require = (id) => (__demander ??= __creerRequire(import.meta.url))(id);",
  },
  logLevel: 'warning',
});
await construireApercu();
// Ce qui dessine les graphiques des bilans (cli/outbox/graphiques) : lu seulement à la clôture.
const { resolve } = createRequire(import.meta.url);
await mkdir('dist/cli/ressources', { recursive: true });
for (const fichier of [
  '@resvg/resvg-wasm/index_bg.wasm',
  '@expo-google-fonts/source-sans-3/400Regular/SourceSans3_400Regular.ttf',
  '@expo-google-fonts/source-sans-3/600SemiBold/SourceSans3_600SemiBold.ttf',
]) {
  await copyFile(resolve(fichier), join('dist/cli/ressources', basename(fichier)));
}
await chmod('dist/cli/suivi.mjs', 0o755);
