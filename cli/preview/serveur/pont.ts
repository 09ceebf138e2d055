/**
 * `google.script.run` et `google.script.host`, dans le cadre du panneau : chaque appel part à la page
 * par un message, et sa réponse revient de même. Écrit en texte : il est posé en tête du document.
 */
const PONT = `(function (noms) {
  'use strict';
  var attentes = new Map();
  var rang = 0;

  function horsJson(valeur) {
    if (valeur === null || typeof valeur === 'string' || typeof valeur === 'boolean') return false;
    if (typeof valeur === 'number') return !isFinite(valeur);
    if (Array.isArray(valeur)) return valeur.some(horsJson);
    if (Object.prototype.toString.call(valeur) !== '[object Object]') return true;
    return Object.keys(valeur).some(function (cle) { return horsJson(valeur[cle]); });
  }

  function lanceur(reglages) {
    var avec = function (cle) {
      return function (valeur) {
        var suite = Object.assign({}, reglages);
        suite[cle] = valeur;
        return lanceur(suite);
      };
    };
    var run = {
      withSuccessHandler: avec('reussite'),
      withFailureHandler: avec('echec'),
      withUserObject: avec('objet'),
    };
    noms.forEach(function (nom) {
      run[nom] = function () {
        var args = Array.prototype.slice.call(arguments);
        if (args.some(horsJson)) {
          throw new TypeError('Failed due to illegal value in property: ' + args.findIndex(horsJson));
        }
        rang += 1;
        attentes.set(rang, reglages);
        parent.postMessage({ suivi: 'appel', rang: rang, fonction: nom, args: args }, '*');
      };
    });
    return Object.freeze(run);
  }

  addEventListener('message', function (e) {
    if (e.source !== parent || !e.data || e.data.suivi !== 'reponse') return;
    var reglages = attentes.get(e.data.rang);
    if (!reglages) return;
    attentes.delete(e.data.rang);
    if (e.data.ok) {
      if (reglages.reussite) reglages.reussite(e.data.valeur, reglages.objet);
    } else if (reglages.echec) reglages.echec(new Error(e.data.erreur), reglages.objet);
    else console.error(e.data.erreur);
  });

  addEventListener('click', function (e) {
    var lien = e.target instanceof Element ? e.target.closest('a[href]') : null;
    if (!lien || lien.target !== '_blank') return;
    e.preventDefault();
    parent.postMessage({ suivi: 'lien', adresse: lien.href }, '*');
  });

  var dire = function (action) {
    return function () { parent.postMessage({ suivi: action }, '*'); };
  };
  var rien = function () {};
  window.google = Object.freeze({
    script: Object.freeze({
      run: lanceur({}),
      host: Object.freeze({
        close: dire('fermer'),
        setHeight: rien,
        setWidth: rien,
        editor: Object.freeze({ focus: dire('grille') }),
      }),
    }),
  });
})`;

const FONCTION = /^function (\w+)\(/gm;

/** Ce qu'une page peut appeler : les fonctions de premier niveau dont le nom ne finit pas par `_`. */
export function fonctionsPubliques(script: string): string[] {
  return [...script.matchAll(FONCTION)].flatMap(([, nom]) =>
    nom !== undefined && !nom.endsWith('_') ? [nom] : [],
  );
}

/** Le document d'un panneau, avec le pont en tête. */
export function avecPont(html: string, noms: readonly string[]): string {
  const script = `<script>${PONT}(${JSON.stringify(noms)});</script>`;
  const tete = /<head[^>]*>/i.exec(html);
  if (!tete)
    return `<!doctype html><html lang="fr"><head>${script}</head><body>${html}</body></html>`;
  const fin = tete.index + tete[0].length;
  return `${html.slice(0, fin)}${script}${html.slice(fin)}`;
}
