import { describe, expect, it } from 'vitest';
import { listerDevis } from '../../src/devis/lister';
import { trouverDevis } from '../../src/devis/trouver-devis';
import { messageDe } from '../../src/messages/probleme';
import { snapshotDe } from '../support/classeur-en-memoire';
import { unDevis } from '../support/monde';
import { jour } from '../support/valeurs';

const S = snapshotDe({
  devis: [
    unDevis('Remplacé'),
    unDevis('Envoyé', { version: 2 }),
    unDevis('Annulé', { version: 3 }),
    unDevis('Brouillon', { numero: 'PROV-8', client: 'Géo', responsable: 'lea@exemple.fr' }),
    unDevis('Annulé', { numero: 'D2', version: null, affaire: null, client: null }),
    unDevis('Envoyé', { numero: 'D3' }),
    unDevis('Envoyé', { numero: 'D3' }),
  ],
  registre: [{ numero: 'DEV-2026-0001', pour: 'PROV-7 · Mairie' }],
});

describe('trouver un devis', () => {
  it.each([
    ['DEV-2026-0001', 3],
    ['  dev-2026-0001 ', 3],
    ['dev 2026 0001', 3],
    ['DEV-2026-0001-V1', 2],
    ['dev-2026-0001-v2', 3],
    ['DEV-2026-0001-V3', 4],
    ['PROV-8', 5],
    ['prov 8', 5],
    ['PROV-7', 3],
    ['prov 7', 3],
    ['PROV-7-V1', 2],
    ['d2', 6],
  ])('%s → ligne %s', (reference, ligne) => {
    expect(trouverDevis(S, reference).devis?.ligne).toBe(ligne);
  });

  it.each([
    [
      'DEV-2026-0001-V9',
      'n’existe pas. Il y a : DEV-2026-0001, DEV-2026-0001-V2, DEV-2026-0001-V3.',
    ],
    ['D3', 'est sur plusieurs lignes (7, 8)'],
    ['PROV-99', 'Aucun devis ne s’appelle « PROV-99 ».'],
    ['zzzzzzzzzzz', 'Vérifiez la colonne « N° »'],
  ])('%s : %s', (reference, dit) => {
    expect(trouverDevis(S, reference).problemes.map(messageDe).join()).toContain(dit);
  });
});

describe('devis lister', () => {
  it.each([
    [{}, 7],
    [{ statut: 'Envoyé' as const }, 3],
    [{ statut: 'Expiré' as const }, 3],
    [{ client: 'geo' }, 1],
    [{ responsable: 'LEA@exemple.fr' }, 1],
    [{ affaire: 'aff-2026-0001' }, 6],
  ])('%j : %s lignes', (filtres, nombre) => {
    expect(listerDevis(S, jour('2026-05-01'), filtres)).toHaveLength(nombre);
  });

  it('la forme de PRODUCT', () => {
    expect(listerDevis(S, jour('2026-05-01'))[1]).toEqual({
      numero: 'DEV-2026-0001',
      version: 2,
      statut: 'Envoyé',
      client: 'Mairie de Lyon',
      objet: 'Étude de sol',
      montantHt: 1_000_000,
      envoyeLe: '2026-03-05',
      decideLe: null,
      validite: '2026-04-04',
      expire: true,
      responsable: 'camille@exemple.fr',
    });
    expect(listerDevis(S, jour('2026-05-01'))[4]?.version).toBe(1);
  });
});
