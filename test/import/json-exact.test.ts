import { describe, expect, it } from 'vitest';
import { analyserJson } from '../../src/import/analyser-json';
import { lireJson, lireNdjson } from '../../src/import/lire-json';

/** Un JSON se lit sans qu'un nombre y change, et sa faute est montrée où elle est. */

describe('les nombres', () => {
  it.each<[string, unknown]>([
    ['12.5', 12.5],
    ['1e3', 1000],
    ['0.1', 0.1],
    ['0.30000000000000004', 0.30000000000000004],
    ['9007199254740993', '9007199254740993'],
    ['12345678901234567890', '12345678901234567890'],
    ['1e400', '1e400'],
    ['-0', 0],
  ])('%s', (texte, attendu) => {
    const lu = analyserJson(`{"n":${texte}}`);
    expect(lu).toEqual({ valeur: { n: attendu === 0 ? expect.closeTo(0) : attendu } });
  });

  it('un SIRET suivi de ses chiffres reste le sien, dans une cellule', () => {
    const lu = lireJson('[{"siret":73282932000074,"ref":123456789012345678901}]');
    expect(lu).toMatchObject({
      lignes: [{}, { cellules: [73282932000074, '123456789012345678901'] }],
    });
  });
});

it('un client nommé par un nombre, seul rempli de son objet, n’est pas un rang de page', () => {
  const lu = lireJson('[{"Organisation":"007"},{"Organisation":"Ab","Ville":"Lyon"}]');
  expect(lu).toMatchObject({ lignes: [{}, { cellules: ['007', null] }, {}] });
});

describe('les fautes', () => {
  it.each<[string, number, string]>([
    ['[{"a":1},\n {"b" 2}]', 2, 'ce n’est pas du JSON (caractère 7, devant « 2}] »)'],
    ['[{"a":1},\n', 2, 'ce n’est pas du JSON (le texte s’arrête trop tôt)'],
    ['', 1, 'ce n’est pas du JSON (le texte s’arrête trop tôt)'],
    ['[{"a":"x","a":"y"}]', 1, 'la clé « a » y est deux fois, avec deux valeurs'],
    ['{"a":"\\x"}', 1, 'ce n’est pas du JSON (caractère 7, devant « \\x"} »)'],
  ])('%j', (texte, ligne, raison) => {
    expect(analyserJson(texte)).toEqual({ ligne, raison });
  });

  it('une marque au début n’en est pas une ; la même clé deux fois, de même valeur, non plus', () => {
    expect(analyserJson('\ufeff{"a":1,"a":1}')).toEqual({ valeur: { a: 1 } });
  });

  it('un NDJSON qui se nomme .json : son autre nom est proposé', () => {
    expect(lireJson('{"a":1}\n{"a":2}')).toMatchObject({
      defaut: { ligne: 2, raison: expect.stringContaining('se lit d’un fichier .ndjson') },
    });
  });

  it('d’un NDJSON, sur sa ligne', () => {
    expect(lireNdjson('{"a":1}\n\n{"a":}')).toEqual({
      defaut: { ligne: 3, raison: 'ce n’est pas du JSON (caractère 6, devant « } »)' },
    });
  });
});
