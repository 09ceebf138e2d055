import { describe, expect, it } from 'vitest';
import { construireSnapshot } from '../../src/classeur/snapshot';
import { ClasseurEnMemoire, snapshotDe } from '../support/classeur-en-memoire';
import { euros, jour } from '../support/valeurs';

describe('snapshot', () => {
  it('relit ce qui a été écrit', () => {
    const s = snapshotDe({
      devis: [
        {
          numero: 'DEV-2026-0001',
          version: 1,
          client: 'Mairie',
          montantHt: euros(1234.5),
          envoyeLe: jour('2026-03-02'),
          statut: 'Envoyé',
        },
      ],
    });
    expect(s.tables.devis[0]).toMatchObject({
      ligne: 2,
      numero: 'DEV-2026-0001',
      montantHt: 123450,
      envoyeLe: '2026-03-02',
      statut: 'Envoyé',
      motif: null,
    });
    expect(s.illisibles).toEqual([]);
  });

  it('une cellule incomprise est signalée à son adresse, jamais remplacée', () => {
    const c = new ClasseurEnMemoire({ devis: [{ numero: 'D1', version: 1 }] }).ecrire(
      'devis',
      2,
      'montantHt',
      'environ 1000',
    );
    const s = c.snapshot();
    expect(s.tables.devis[0]?.montantHt).toBeNull();
    expect(s.estIllisible('devis', 2, 'montantHt')).toBe(true);
    expect(s.illisibles).toEqual([
      { table: 'devis', ligne: 2, colonne: 'montantHt', valeur: 'environ 1000' },
    ]);
    expect(s.adresse('devis', 2, 'montantHt')).toBe('F2');
  });

  it('tous les en-têtes manquants sont nommés, avec le plus proche', () => {
    const c = new ClasseurEnMemoire();
    const devis = c.grilles.get('Devis')?.[0] as string[];
    devis[devis.indexOf('Montant HT')] = 'Montan HT';
    devis[devis.indexOf('Statut')] = 'Xyz';
    const { problemes } = construireSnapshot(c.source());
    expect(problemes.map((p) => p.args)).toEqual([
      { onglet: 'Devis', entete: 'Montant HT', proche: 'Montan HT' },
      { onglet: 'Devis', entete: 'Statut', proche: null },
    ]);
  });
});
