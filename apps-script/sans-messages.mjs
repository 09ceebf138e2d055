// Les phrases que le module ne dit jamais n'y entrent pas : celles des imports, du disque, de la commande.
import { readFile } from 'node:fs/promises';
import { transform } from 'esbuild';

/** Dans le script et ses parties. */
const JAMAIS = ['import', 'fichier', 'connexion-google'];
/** Dans le script : seules ses parties les disent. */
const DES_PARTIES = ['relances', 'cloture', 'factures'];

export const FAMILLES_DU_SCRIPT = [...JAMAIS, ...DES_PARTIES];
export const FAMILLES_DES_PARTIES = JAMAIS;

/** Une partie dit ce qui ne va pas dans un fichier que l'on importe. */
export const FAMILLES_D_IMPORT = ['connexion-google', 'fichier'];

const chemins = (familles) => new RegExp(`src/messages/(${familles.join('|')})\\.ts$`);

/** Vide chaque famille de ses phrases ; le reste de son fichier demeure. */
export const sansMessages = (familles) => ({
  name: 'sans-messages',
  setup({ onLoad }) {
    onLoad({ filter: chemins(familles) }, async ({ path }) => {
      const source = await readFile(path, 'utf8');
      const vide = source.replace(
        /^export const (MESSAGES_\w+) = \{\n[\s\S]*?^\} as const;$/m,
        'export const $1 = {};',
      );
      return { contents: vide, loader: 'ts' };
    });
  },
});

/** Les fichiers de messages nomment les codes sans poser de problème. */
const poseDesProblemes = (fichier) => fichier.endsWith('.ts') && !fichier.includes('src/messages/');

/** Aucun de ces fichiers ne pose un problème d'une famille ôtée : sa phrase manquerait. */
export async function verifierMessages(fichiers, familles) {
  const codes = new Set();
  for (const famille of familles) {
    const source = await readFile(`src/messages/${famille}.ts`, 'utf8');
    const [table = ''] =
      /^export const MESSAGES_\w+ = \{\n[\s\S]*?^\} as const;$/m.exec(source) ?? [];
    for (const [, code] of table.matchAll(/^ {2}([A-Z][A-Z0-9_]+):/gm)) codes.add(code);
  }
  for (const fichier of fichiers.filter(poseDesProblemes)) {
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
