// Chaque nom que le menu, un déclencheur ou la page appelle est une fonction du script.
import { build } from 'esbuild';

/** Les tables du module, évaluées ici : elles ne touchent à aucun service. */
async function lireTables() {
  const { outputFiles } = await build({
    stdin: {
      contents:
        "export { ENTREES_MENU } from './menu'; export { FONCTIONS } from './serveur/declencheurs';",
      resolveDir: 'apps-script',
      loader: 'ts',
    },
    bundle: true,
    format: 'esm',
    write: false,
  });
  return import(
    `data:text/javascript;base64,${Buffer.from(outputFiles[0].text).toString('base64')}`
  );
}

const PAGE = ['envoyer', 'ouvrir', 'allerA'];

export async function verifierNoms(noms) {
  const { ENTREES_MENU, FONCTIONS } = await lireTables();
  const appeles = [
    'onOpen',
    ...PAGE,
    ...ENTREES_MENU.map((e) => e.fonction),
    ...Object.values(FONCTIONS),
  ];
  const absents = appeles.filter((nom) => !noms.includes(nom));
  const inutiles = noms.filter((nom) => !appeles.includes(nom));
  if (absents.length + inutiles.length > 0) {
    throw new Error(
      `Fonctions du script : absentes [${absents.join(', ')}], appelées par personne [${inutiles.join(', ')}].`,
    );
  }
}
