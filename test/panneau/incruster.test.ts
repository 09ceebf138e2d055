import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonPourPage, pagePanneau } from '../../apps-script/panneau/incruster';
import { assemblerPanneau } from '../../apps-script/panneau/assembler.mjs';
import { HOSTILES } from './hostiles';
import { champ, formulaire } from './modeles';

const GABARIT = '<script type="application/json" id="etat">__ETAT__</script><p>après</p>';

describe('état posé dans la page', () => {
  it.each(Object.entries(HOSTILES))('%s : ne ferme ni n’ouvre rien', (_, texte) => {
    const panneau = formulaire([champ('a', texte, { valeur: texte })], {}, texte);
    const page = pagePanneau(GABARIT, panneau);
    const etat = page.slice(
      GABARIT.indexOf('__ETAT__'),
      page.length - '</script><p>après</p>'.length,
    );
    expect(page.match(/<\/?script/g)).toHaveLength(2);
    expect(etat).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(etat)).toEqual(panneau);
  });

  it('tout ce qui est du JSON se relit tel quel', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (valeur) => {
        const texte = jsonPourPage(valeur);
        expect(texte).not.toMatch(/[<>&\u2028\u2029]/);
        expect(JSON.stringify(JSON.parse(texte))).toBe(JSON.stringify(valeur));
      }),
    );
  });

  it('un gabarit sans marque, ou qui en a deux, est refusé', () => {
    const panneau = formulaire([]);
    expect(() => pagePanneau('<p></p>', panneau)).toThrow('marque');
    expect(() => pagePanneau(GABARIT + GABARIT, panneau)).toThrow('marque');
  });
});

describe('page assemblée', () => {
  it('tient en 40 Ko, ne demande rien au dehors, et n’écrit pas de HTML', async () => {
    const page = await assemblerPanneau();
    expect(Buffer.byteLength(page)).toBeLessThan(40 * 1024);
    const adresses = page.match(/(https?:)?\/\/[\w.]+/g);
    expect(new Set(adresses)).toEqual(new Set(['http://www.w3.org']));
    expect(page).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/);
    expect(page.match(/<script/g)).toHaveLength(2);
    expect(page.match(/<\/script/g)).toHaveLength(2);
  });
});
