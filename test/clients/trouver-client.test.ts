import { describe, expect, it } from 'vitest';
import { lireNomOrganisation } from '../../src/clients/nom-organisation';
import { clientRessemblant, trouverClient } from '../../src/clients/trouver-client';
import { snapshotDe } from '../support/classeur-en-memoire';

const clients = snapshotDe({
  clients: ['Mairie de Lyon', 'SARL Dupont', 'Dupont SAS', 'Durand S.A.R.L.', 'Œuvre & Fils']
    .map((organisation) => ({ organisation }))
    .concat([{ organisation: '' }]),
}).tables.clients;

describe('clients', () => {
  it.each([
    ['mairie  de lyon', 'Mairie de Lyon'],
    ['DURAND', 'Durand S.A.R.L.'],
    ['Durand sarl', 'Durand S.A.R.L.'],
    ['SARL Dupont', 'SARL Dupont'],
    ['Dupont', null],
    ['Dupont SNC', null],
    ['Durand SA', null],
    ['Ets Durand', 'Durand S.A.R.L.'],
    ['oeuvre & fils', 'Œuvre & Fils'],
    ['Mairie de Dijon', null],
    ['…', null],
  ])('%s → %s', (nom, organisation) => {
    expect(trouverClient(clients, nom)?.organisation ?? null).toBe(organisation);
  });

  it.each([
    ['Mairie de Lyo', 'Mairie de Lyon'],
    ['Durant', 'Durand S.A.R.L.'],
    ['Dupont', 'SARL Dupont'],
    ['Mairie de Dijon', null],
    ['EDF', null],
  ])('%s ressemble à %s', (nom, existant) => {
    expect(clientRessemblant(clients, nom)).toBe(existant);
  });

  it('un nom fait d’une seule forme reste lui-même', () => {
    expect(lireNomOrganisation('S.A.S.').base).toBe('sas');
  });

  it('une ligne sans organisation n’est jamais trouvée', () => {
    const sans = snapshotDe({ clients: [{ ville: 'Lyon' }] }).tables.clients;
    expect(trouverClient(sans, 'Lyon')).toBeNull();
    expect(clientRessemblant(sans, 'Lyon')).toBeNull();
  });
});
