import { expect, it } from 'vitest';
import { TABLES } from '../../src/classeur/tables';
import { reperer } from '../../src/sheets-api/reperer';

it('ce que Google ne dit pas d’un classeur reste vide, et rien n’est inventé', () => {
  const { classeur, version, locale, fuseau, cellules, onglets } = reperer('id', {});
  expect({ classeur, version, locale, fuseau, cellules, onglets: onglets.size }).toEqual({
    ...{ classeur: null, version: null, locale: '', fuseau: '', cellules: 0, onglets: 0 },
  });
  const sheets = [{}, { properties: {} }, { properties: { title: TABLES.clients.onglet } }];
  const nu = reperer('id', {
    sheets,
    developerMetadata: [{ metadataId: 1, metadataKey: 'autre' }],
    properties: {},
  });
  expect(nu.onglets.get('clients')).toMatchObject({ sheetId: 0, rangees: 0, colonnes: 0 });
  expect(nu.autres).toEqual([
    { sheetId: 0, titre: '', colonnes: 0 },
    { sheetId: 0, titre: '', colonnes: 0 },
  ]);
  expect([nu.cellules, [...nu.hauteurs]]).toEqual([0, [[0, 0]]]);
});
