// mimetext demande à core-js deux fonctions que tout moteur a : les natives les remplacent.
const NATIVES = {
  '@babel/runtime-corejs3/helpers/esm/defineProperty':
    'export default (objet, cle, value) => Object.defineProperty(objet, cle, { value, enumerable: true, configurable: true, writable: true });',
  '@babel/runtime-corejs3/core-js/instance/trim': 'export default (texte) => texte.trim;',
};

export const sansCoreJs = {
  name: 'sans-core-js',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@babel\/runtime-corejs3\// }, ({ path }) => {
      if (path in NATIVES) return { path, namespace: 'natif' };
      return { errors: [{ text: `mimetext demande ${path} : donnez-lui son équivalent natif.` }] };
    });
    onLoad({ filter: /.*/, namespace: 'natif' }, ({ path }) => ({ contents: NATIVES[path] }));
  },
};
