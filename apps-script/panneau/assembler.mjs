// Assemble la page du panneau : style et script dans le gabarit, sans aucune adresse extérieure.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const ici = (nom) => fileURLToPath(new URL(nom, import.meta.url));
const CIBLE = ['chrome100', 'firefox100', 'safari15.4'];

/** Rend la page entière ; le serveur y pose l'état (`pagePanneau` dans `incruster.ts`). */
export async function assemblerPanneau() {
  const [gabarit, feuille, { outputFiles }] = await Promise.all([
    readFile(ici('panneau.html'), 'utf8'),
    readFile(ici('style.css'), 'utf8'),
    build({
      entryPoints: [ici('page.ts')],
      bundle: true,
      format: 'iife',
      platform: 'browser',
      target: CIBLE,
      minify: true,
      write: false,
      legalComments: 'none',
      logLevel: 'warning',
    }),
  ]);
  const style = await transform(feuille, { loader: 'css', minify: true, target: CIBLE });
  const pieces = { STYLE: style.code.trim(), SCRIPT: outputFiles[0].text.trim() };
  const page = gabarit
    .replace(/>\s+</g, '><')
    .replace(/\/\* (STYLE|SCRIPT) \*\//g, (_, nom) => pieces[nom]);
  if (page.split('__ETAT__').length !== 2)
    throw new Error('La page doit porter __ETAT__ une fois.');
  return page;
}
