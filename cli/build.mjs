// Construit la commande (dist/cli) ; le module Apps Script a sa propre construction.
import { chmod, rm } from 'node:fs/promises';
import { build } from 'esbuild';
import { construireApercu } from './preview/construire.mjs';

await rm('dist/cli', { recursive: true, force: true });
await build({
  entryPoints: { suivi: 'cli/bin.ts' },
  outdir: 'dist/cli',
  outExtension: { '.js': '.mjs' },
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  legalComments: 'none',
  chunkNames: 'morceaux/[name]-[hash]',
  // Les bibliothèques CommonJS demandent `require` ; le préparer coûte, il ne l'est qu'au premier appel.
  banner: {
    js: "import { createRequire as __creerRequire } from 'node:module';\nlet __demander;\nconst require = (id) => (__demander ??= __creerRequire(import.meta.url))(id);",
  },
  logLevel: 'warning',
});
await construireApercu();
await chmod('dist/cli/suivi.mjs', 0o755);
