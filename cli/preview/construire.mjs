// Construit la page de l'aperçu (dist/cli/apercu) : la grille Univer n'est chargée que par elle.
import { copyFile, mkdir } from 'node:fs/promises';
import { build } from 'esbuild';

const SORTIE = 'dist/cli/apercu';

/** Univer porte les césures de cinquante langues (4 Mo) pour ses textes longs : une grille n'en fait rien. */
const sansCesures = {
  name: 'sans-cesures',
  setup({ onLoad }) {
    onLoad(
      { filter: /engine-render[\\/]lib[\\/]es[\\/][a-z]{2,3}(-[a-z0-9]+)*-[\w-]{8}\.js$/ },
      () => ({
        contents: 'export default { patterns: [], exceptions: [] };',
      }),
    );
  },
};

const navigateur = {
  outdir: SORTIE,
  bundle: true,
  platform: 'browser',
  target: 'es2022',
  minify: true,
  legalComments: 'none',
  define: { 'process.env.NODE_ENV': '"production"' },
  plugins: [sansCesures],
  logLevel: 'warning',
};

export async function construireApercu() {
  await mkdir(SORTIE, { recursive: true });
  await build({
    ...navigateur,
    entryPoints: { page: 'cli/preview/page/main.ts' },
    format: 'esm',
  });
  await build({
    ...navigateur,
    entryPoints: { calcul: 'cli/preview/page/calcul.ts' },
    format: 'iife',
  });
  await build({
    entryPoints: { page: 'cli/preview/page/page.css' },
    outdir: SORTIE,
    bundle: true,
    minify: true,
    logLevel: 'warning',
  });
  await copyFile('cli/preview/page/page.html', `${SORTIE}/page.html`);
}
