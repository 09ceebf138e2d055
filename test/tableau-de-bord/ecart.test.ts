import { describe, expect, it } from 'vitest';
import { snapshotDe, type Contenu } from '../support/classeur-en-memoire';
import { euros, jour, mois } from '../support/valeurs';
import { ajouterMois } from '../../src/commun/date-civile';
import { natureEcart, REGLE_ECART } from '../../src/tableau-de-bord/ecart';
import { indexer } from '../../src/tableau-de-bord/index-commercial';
import { modeleInverse } from '../../src/tableau-de-bord/modele-inverse';
import { ecartsMoyens } from '../../src/tableau-de-bord/previsions-passees';
import { calculer } from './mars';

const MARS = mois('2026-03');

describe('écart ponctuel, écart structurel (S3-3)', () => {
  it.each([
    [0, null],
    [1, 'ponctuel'],
    [2, 'ponctuel'],
    [3, 'structurel'],
    [12, 'structurel'],
  ])('%i mois de suite : %s', (n, nature) => {
    expect(natureEcart(n)).toBe(nature);
  });

  it('la règle se lit en toutes lettres, et dit le même seuil', () => {
    expect(REGLE_ECART).toContain('à partir du 3e, il est structurel');
  });

  const vises = (n: number): Contenu['objectifs'] =>
    Array.from({ length: n }, (_, i) => ({ mois: ajouterMois(MARS, -i), caSigne: euros(10) }));
  it.each([
    ['manqué deux mois, sans objectif avant', vises(2), 'ponctuel'],
    ['manqué trois mois', vises(3), 'structurel'],
    [
      'un mois sans objectif rompt la suite',
      [...(vises(1) ?? []), ...(vises(4)?.slice(2) ?? [])],
      'ponctuel',
    ],
  ])('%s', (_, objectifs, nature) => {
    const [caSigne] = calculer({ objectifs: objectifs ?? [] }).objectifs;
    expect(caSigne?.nature).toBe(nature);
  });
});

describe('les prévisions passées', () => {
  const facture = (le: string, montant: number) => ({
    client: 'Mairie',
    type: 'Solde' as const,
    montantHt: euros(montant),
    emiseLe: jour(le),
  });
  it('l’écart moyen porte sur les mois finis où une prévision avait été faite', () => {
    const index = indexer(
      snapshotDe({
        historique: [
          { mois: mois('2025-12'), prevision1: euros(100) },
          { mois: mois('2026-01'), prevision1: euros(100) },
          // Prévision de mars : le mois n’est pas fini, elle ne se juge pas encore.
          { mois: mois('2026-02'), prevision1: euros(100) },
        ],
        factures: [facture('2026-01-15', 80), facture('2026-02-15', 150)],
      }),
      jour('2026-03-20'),
    );
    expect(ecartsMoyens(index, MARS, null)).toEqual([
      { horizonMois: 1, ecartMoyenHt: 1_500, n: 2 },
      ...[2, 6, 12].map((horizonMois) => ({ horizonMois, ecartMoyenHt: null, n: 0 })),
    ]);
  });
});

describe('le modèle inverse (S4-8)', () => {
  /** Dix devis décidés de Camille sur l’année, dont cinq signés ; cinq de Denis, tous signés. */
  const devis = Array.from({ length: 20 }, (_, i) => ({
    numero: `D${i}`,
    version: 1,
    client: 'Mairie',
    responsable: i < 15 ? 'camille@exemple.fr' : 'denis@exemple.fr',
    statut: i % 3 === 0 || i >= 15 ? ('Signé' as const) : ('Refusé' as const),
    montantHt: euros(1_000),
    envoyeLe: jour('2025-06-02'),
    decideLe: jour('2025-07-02'),
  }));
  const actions = [
    ...Array.from({ length: 10 }, () => 'Visite' as const),
    ...Array.from({ length: 30 }, () => 'Appel' as const),
  ].map((type) => ({
    date: jour('2025-06-10'),
    type,
    client: 'Mairie',
    auteur: 'camille@exemple.fr',
  }));
  const objectifs = [null, 'denis@exemple.fr'].map((responsable) => ({
    mois: mois('2026-01'),
    vautPour: 'Année' as const,
    responsable,
    caSigne: euros(12_000),
  }));
  const index = indexer(snapshotDe({ devis, actions, objectifs }), jour('2026-03-20'));

  it('reste 12 000 ÷ panier 1 000 → 12 ÷ 50 % → 24 devis × 0,5 → 12 rendez-vous × 3 → 36 appels', () => {
    expect(modeleInverse(index, MARS, null)).toMatchObject({
      resteHt: 1_200_000,
      signatures: 12,
      devis: 24,
      rendezVous: 12,
      appels: 36,
    });
  });

  it('qui a trop peu de cas emprunte les rapports de l’entreprise, et cela se lit', () => {
    const { devis: aEmettre, etapes } = modeleInverse(index, MARS, 'denis@exemple.fr');
    expect(aEmettre).toBe(24);
    expect(etapes[2]).toBe(
      '÷ taux de transformation 50\u00a0% (n\u00a0=\u00a020, entreprise) = 24 devis à émettre',
    );
  });
});
