import { describe, expect, it } from 'vitest';
import { analyserJson } from '../../src/import/analyser-json';
import { lignesRejetees } from '../../src/import/lignes-rejetees';
import { lireJson, lireNdjson } from '../../src/import/lire-json';
import { planImport } from '../../src/import/plan';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { contexte } from '../support/valeurs';

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
    const raison = 'ce n’est pas du JSON (caractère 6, devant « } »)';
    expect(lireNdjson('{"a":1}\n\n{"a":}')).toEqual({
      lignes: [
        { ligne: 0, cellules: ['a'] },
        { ligne: 1, cellules: [1] },
        { ligne: 3, cellules: ['{"a":}'], defaut: raison },
      ],
    });
    // Aucune ne se lit : ce n'est pas une liste.
    expect(lireNdjson('\n{"a":}\n5')).toEqual({ defaut: { ligne: 2, raison } });
  });
});

it('un élément illisible est rejeté, les autres s’importent ; rien n’en est lu', () => {
  const ndjson = [
    '{"client":"Alpha","numero":"N-1","statut":"Brouillon"}',
    '{"client":"Beta", oups',
    '{"client":{"nom":"X"},"numero":"N-2"}',
    '{"client":"Gamma","numero":"N-3","statut":"Brouillon"}',
    '"Total"',
  ].join('\n');
  const lu = lireNdjson(ndjson);
  if (!('lignes' in lu)) throw new Error('illisible');
  const description = { fichier: 'd.ndjson', format: 'ndjson', encodage: 'utf-8' } as const;
  const source = {
    lignes: lu.lignes,
    description: { ...description, separateur: null, feuille: null, feuilles: [] },
  };
  const vide = new ClasseurEnMemoire().snapshot();
  const { resultat, changements } = planImport(vide, 'devis', source, null, contexte('2026-11-26'));
  expect(resultat).toMatchObject({ lues: 5, creees: 2, rejetees: 3, ignorees: [] });
  expect(resultat.rejets.map((r) => [r.ligne, r.code])).toEqual(
    [2, 3, 5].map((ligne) => [ligne, 'IMPORT_ELEMENT_ILLISIBLE']),
  );
  const clients = changements.filter((c) => c.type === 'ajouter' && c.table === 'clients');
  expect(clients).toHaveLength(2);
  expect(lignesRejetees('devis', source, resultat.rejets, 'Motif')[1]?.[0]).toBe(
    '{"client":"Beta", oups',
  );
});
