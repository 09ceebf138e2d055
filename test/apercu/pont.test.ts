import { createContext, runInContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { avecPont, fonctionsPubliques } from '../../cli/preview/serveur/pont';

interface Message {
  readonly suivi: string;
  readonly rang: number;
  readonly fonction: string;
  readonly args: readonly unknown[];
}

/** Le pont dans une page nue : ce qu'elle envoie, et de quoi lui répondre. */
function pageNue(noms: readonly string[]) {
  const envois: Message[] = [];
  const erreurs: unknown[] = [];
  const ecoutes = new Map<string, (e: unknown) => void>();
  const parent = { postMessage: (m: Message) => envois.push(m) };
  const fenetre: Record<string, unknown> = {
    parent,
    addEventListener: (type: string, suite: (e: unknown) => void) => ecoutes.set(type, suite),
    console: { error: (e: unknown) => erreurs.push(e) },
  };
  fenetre['window'] = fenetre;
  const contexte = createContext(fenetre);
  const [, script = ''] = /<script>([\s\S]*?)<\/script>/.exec(avecPont('<p>', noms)) ?? [];
  runInContext(script, contexte);
  return {
    envois,
    erreurs,
    jouer: (code: string): unknown => runInContext(code, contexte),
    repondre: (data: object, source: object = parent) => ecoutes.get('message')?.({ data, source }),
  };
}

describe('google.script.run, dans le cadre du panneau', () => {
  it('porte un appel, son résultat et l’objet de l’appelant', () => {
    const page = pageNue(['envoyer']);
    page.jouer(`var recu = [];
      google.script.run.withUserObject('moi').withSuccessHandler(function (v, o) { recu.push(v, o); }).envoyer({ a: [1, null] })`);
    expect(page.envois).toEqual([
      { suivi: 'appel', rang: 1, fonction: 'envoyer', args: [{ a: [1, null] }] },
    ]);
    page.repondre({ suivi: 'reponse', rang: 1, ok: true, valeur: 'fait' });
    page.repondre({ suivi: 'reponse', rang: 1, ok: true, valeur: 'encore' });
    expect(page.jouer('recu')).toEqual(['fait', 'moi']);
  });

  it('porte une erreur ; sans gestionnaire, elle va à la console', () => {
    const page = pageNue(['envoyer']);
    page.jouer(`var recu = [];
      google.script.run.withFailureHandler(function (e) { recu.push(e.message); }).envoyer();
      google.script.run.envoyer();`);
    page.repondre({ suivi: 'reponse', rang: 1, ok: false, erreur: 'Refusé.' });
    page.repondre({ suivi: 'reponse', rang: 2, ok: false, erreur: 'Perdu.' });
    expect(page.jouer('recu')).toEqual(['Refusé.']);
    expect(page.erreurs).toEqual(['Perdu.']);
  });

  it('un gestionnaire ne vaut que pour l’appel où il est posé', () => {
    const page = pageNue(['envoyer']);
    page.jouer(`var recu = [];
      google.script.run.withSuccessHandler(function (v) { recu.push(v); });
      google.script.run.envoyer();`);
    page.repondre({ suivi: 'reponse', rang: 1, ok: true, valeur: 'perdu' });
    expect(page.jouer('recu')).toEqual([]);
  });

  it.each([
    ['une date', 'new Date()'],
    ['undefined', 'undefined'],
    ['un undefined caché', '{ a: [undefined] }'],
    ['une fonction', 'function () {}'],
    ['un nombre infini', '1 / 0'],
    ['une Map', 'new Map()'],
  ])('%s ne passe pas', (_, valeur) => {
    const page = pageNue(['envoyer']);
    expect(() => page.jouer(`google.script.run.envoyer(1, ${valeur})`)).toThrow(
      'Failed due to illegal value in property: 1',
    );
    expect(page.envois).toEqual([]);
  });

  it('n’écoute que la page qui le contient', () => {
    const page = pageNue(['envoyer']);
    page.jouer(`var recu = [];
      google.script.run.withSuccessHandler(function (v) { recu.push(v); }).envoyer();`);
    page.repondre({ suivi: 'reponse', rang: 1, ok: true, valeur: 'faux' }, {});
    expect(page.jouer('recu')).toEqual([]);
  });

  it('google.script.host demande à la page de fermer', () => {
    const page = pageNue([]);
    page.jouer('google.script.host.close()');
    expect(page.envois).toEqual([{ suivi: 'fermer' }]);
  });
});

it('seules les fonctions de premier niveau sans « _ » final s’appellent', () => {
  const script =
    'var a=function b(){};\nfunction ouvrir(e){return 1}\nfunction cachee_(){}\n  function dedans(){}';
  expect(fonctionsPubliques(script)).toEqual(['ouvrir']);
  const page = pageNue(['ouvrir']);
  expect(page.jouer('typeof google.script.run.cachee_')).toBe('undefined');
});

it('le pont précède tout script de la page', () => {
  const html =
    '<!doctype html><html><head lang="fr"><script>google.script.run.ouvrir()</script></head></html>';
  const pose = avecPont(html, ['ouvrir']);
  expect(pose.indexOf('google = Object.freeze')).toBeLessThan(
    pose.indexOf('google.script.run.ouvrir'),
  );
  expect(pose.startsWith('<!doctype html>')).toBe(true);
});
