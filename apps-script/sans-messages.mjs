// Les phrases que le module ne dit jamais (import, fichiers, connexion de la commande) n'y entrent pas.
import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

const FAMILLES = ['import', 'fichier', 'connexion-google'];
const CHEMIN = new RegExp(`src/messages/(${FAMILLES.join('|')})\\.ts$`);

/** Remplace chaque famille par une famille vide. */
export const sansMessages = {
  name: 'sans-messages',
  setup({ onLoad }) {
    onLoad({ filter: CHEMIN }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const [, nom] = /export const (MESSAGES_\w+)/.exec(source) ?? [];
      return { contents: `export const ${nom} = {};`, loader: 'ts' };
    });
  },
};

/** Aucun fichier du module ne pose un problème d'une famille ôtée : sa phrase manquerait. */
export async function verifierMessages(fichiers) {
  const codes = new Set();
  for (const famille of FAMILLES) {
    const source = await readFile(`src/messages/${famille}.ts`, 'utf8');
    for (const [, code] of source.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)) codes.add(code);
  }
  for (const fichier of fichiers.filter((f) => f.endsWith('.ts') && !CHEMIN.test(f))) {
    // Sans commentaires : un exemple n'est pas un problème posé.
    const options = { loader: 'ts', minifyWhitespace: true };
    const { code: source } = await transform(await readFile(fichier, 'utf8'), options);
    for (const [, code] of source.matchAll(/["'`]([A-Z][A-Z0-9_]+)["'`]/g)) {
      if (codes.has(code)) {
        throw new Error(`${fichier} dit ${code}, dont le module n’a pas la phrase.`);
      }
    }
  }
}
