import { describe, expect, it } from 'vitest';
import { ajouter, modifier, remplacer, supprimer } from '../../src/classeur/changements';
import { lignesApres } from '../../src/classeur/lignes-apres';
import type { CleTable, Ligne } from '../../src/classeur/tables';
import { lignesGardees } from '../../src/tableau-de-bord/lignes-gardees';
import { REGLAGES } from '../../src/classeur/parametres';
import { snapshotDe } from '../support/classeur-en-memoire';
import { euros, jour } from '../support/valeurs';

const { tables } = snapshotDe({
  affaires: [
    { numero: 'A1', etape: 'Close' },
    { numero: 'A2', etape: 'En réalisation' },
  ],
  devis: [
    { numero: 'D1', statut: 'Signé', affaire: 'A1', envoyeLe: jour('2015-01-05') },
    { numero: 'D2', statut: 'Signé', affaire: 'A2', envoyeLe: jour('2010-01-05') },
    { numero: 'D3', statut: 'Refusé', envoyeLe: jour('2017-12-31') },
    { numero: 'D4', statut: 'Annulé', envoyeLe: jour('2016-01-05') },
  ],
});
const [premiere, seconde] = tables.devis;
if (!premiere || !seconde) throw new Error('Deux devis au moins');
const numeros = (changements: Parameters<typeof lignesApres>[2]): unknown[] =>
  lignesApres('devis', tables, changements).map((d) => `${d.numero} ${d.statut}`);

it('les lignes d’une table après des changements, sans les écrire', () => {
  expect(
    numeros([
      ...modifier('devis', premiere, 'D1', { statut: 'Refusé' }),
      supprimer('devis', seconde, 'D2'),
      ajouter('devis', { numero: 'D5', statut: 'Envoyé' }),
      ajouter('affaires', { numero: 'A3' }),
    ]),
  ).toEqual(['D1 Refusé', 'D3 Refusé', 'D4 Annulé', 'D5 Envoyé']);
  expect(numeros([remplacer('devis', [{ numero: 'D6', statut: 'Envoyé' }])])).toEqual([
    'D6 Envoyé',
  ]);
});

it('ce qui vit, et le plus que trois ans puissent contenir', () => {
  // D2 reste à facturer ; D1 et D3 tiennent ensemble dans trois années ; D4 ne dit rien.
  expect(lignesGardees((table) => tables[table])('devis')).toBe(3);
  expect(lignesGardees((table) => (table === 'affaires' ? [] : tables[table]))('devis')).toBe(2);
  expect(lignesGardees(() => [])('factures')).toBe(0);
});

// Payée, elle se compte dans la fenêtre du mois regardé et dans celle des mois qui viennent.
it.each([
  ['payée', '2020-03-01', 120, 2],
  ['due', null, 20, 1],
] as const)('une facture %s', (_, payeLe, paye, voulu) => {
  const facture = {
    emiseLe: jour('2020-01-10'),
    payeLe: payeLe && jour(payeLe),
    montantTtc: euros(120),
    paye: euros(paye),
  };
  expect(
    lignesGardees(
      <K extends CleTable>(table: K) =>
        (table === 'factures' ? [facture] : []) as unknown as readonly Partial<Ligne<K>>[],
    )('factures'),
  ).toBe(voulu);
});

// Deux actions à un an l'une de l'autre : toutes deux récentes si le réglage remonte aussi loin.
it.each([
  [14, 3],
  [365, 4],
])('des actions, sans suite depuis %i jours', (valeur, voulu) => {
  const { tables: lues } = snapshotDe({
    actions: [{ date: jour('2026-01-05') }, { date: jour('2025-01-06') }],
    parametres: [{ reglage: REGLAGES.joursSansAction.libelle, valeur }],
  });
  expect(lignesGardees((table) => lues[table])('actions')).toBe(voulu);
});

it('toute version d’après la première se garde, quel que soit son âge', () => {
  const { tables: lues } = snapshotDe({
    devis: [1, 2, 3].map((version) => ({
      numero: 'D1',
      version,
      statut: version === 3 ? ('Refusé' as const) : ('Remplacé' as const),
      envoyeLe: jour('2010-01-05'),
    })),
  });
  expect(lignesGardees((table) => lues[table])('devis')).toBe(2);
});

describe('ce que peu de lignes regardent a son bloc', () => {
  const { tables: lues } = snapshotDe({
    affaires: [
      { numero: 'A1', etape: 'Close' },
      { numero: 'A2', etape: 'En réalisation' },
    ],
    devis: [
      { numero: 'D1', statut: 'Remplacé' },
      { numero: 'D1', version: 2, statut: 'Signé', affaire: 'A2' },
      { numero: 'D2', statut: 'Signé', affaire: 'A1' },
      { numero: 'D3', statut: 'Envoyé' },
      { numero: 'D4', statut: 'Brouillon' },
      { numero: 'D5', statut: 'Refusé' },
    ],
    factures: [
      { emiseLe: jour('2019-01-05'), affaire: 'A2' },
      { emiseLe: jour('2019-01-05'), affaire: 'A1' },
      { emiseLe: null, affaire: 'A2' },
    ],
    // À quatorze jours près, et trois mois : la première est récente quand la seconde ne l'est plus.
    actions: [
      { date: jour('2026-01-05') },
      { date: jour('2024-01-05'), echeance: jour('2026-06-05') },
      { date: jour('2022-01-05'), echeance: jour('2026-06-05'), fait: true },
    ],
  });
  const gardees = lignesGardees((table) => lues[table]);

  it.each([
    ['remplacees', 1],
    ['suites', 1],
    ['portefeuille', 2],
    ['commandes', 1],
    ['facturesDues', 1],
    ['vives', 2],
  ])('%s : %i', (bloc, combien) => {
    expect(gardees(bloc)).toBe(combien);
  });

  it('un bloc qu’on ne sait pas compter est une faute', () => {
    expect(() => gardees('inconnu')).toThrow('inconnu');
  });
});
