import { describe, expect, it } from 'vitest';
import type { Contenu } from '../support/classeur-en-memoire';
import { euros, jour } from '../support/valeurs';
import { dansNMois } from '../../src/tableau-de-bord/prevision';
import { OUVERT, calculer } from './mars';

const PREVUE = { numero: 'A1', signaturePrevue: jour('2026-03-25') } as const;

describe('le carnet : HT signé − HT facturé, par affaire', () => {
  const SIGNE = { ...OUVERT, statut: 'Signé', decideLe: jour('2026-03-10') } as const;
  const F = { client: 'Mairie', affaire: 'A1', type: 'Mensuelle' } as const;
  it.each<[string, object, NonNullable<Contenu['factures']>, number[]]>([
    ['rien de facturé : tout dès maintenant', {}, [], [1000, 1000, 1000]],
    [
      '400 facturés',
      {},
      [{ ...F, montantHt: euros(400), emiseLe: jour('2026-03-15') }],
      [600, 600, 600],
    ],
    [
      'trop facturé : jamais négatif',
      {},
      [{ ...F, montantHt: euros(1_400), emiseLe: jour('2026-03-15') }],
      [0, 0, 0],
    ],
    [
      '300 prévus en mai, 200 en août : le reste maintenant',
      {},
      [
        { ...F, montantHt: euros(200), emiseLe: jour('2026-08-01') },
        { ...F, montantHt: euros(300), emiseLe: jour('2026-05-10') },
      ],
      [500, 800, 1000],
    ],
    [
      'plus prévu que signé : au plus le reste',
      {},
      [{ ...F, montantHt: euros(5_000), emiseLe: jour('2026-05-10') }],
      [0, 1000, 1000],
    ],
    ['affaire close', { etape: 'Close' }, [], [0, 0, 0]],
    ['affaire inconnue', { numero: 'A9' }, [], [0, 0, 0]],
  ])('%s', (_, affaire, factures, attendus) => {
    const { previsions } = calculer({
      devis: [SIGNE],
      affaires: [{ numero: 'A1', etape: 'En réalisation', ...affaire }],
      factures,
    });
    const [p1, p2, p6] = previsions.map((p) => p.pessimisteHt / 100);
    expect([p1, p2, p6]).toEqual(attendus);
  });

  it('pessimiste : les devis donnés à 80 % et plus, pondérés', () => {
    const [p] = calculer({
      devis: [OUVERT, { ...OUVERT, numero: 'D2', affaire: 'A2' }],
      affaires: [
        { ...PREVUE, probabilite: 0.8 },
        { ...PREVUE, numero: 'A2', probabilite: 0.79 },
      ],
    }).previsions;
    expect(p).toEqual({
      horizonMois: 1,
      pessimisteHt: euros(800),
      pondereHt: euros(1_590),
      optimisteHt: euros(2_000),
    });
  });

  it.each([
    ['2026-04-20', 1],
    ['2026-04-21', 0],
    ['2026-03-20', 1],
    ['2026-03-19', 0],
  ])('signature prévue le %s : à un mois, compté %i fois', (prevue, fois) => {
    const contenu = {
      devis: [OUVERT],
      affaires: [{ numero: 'A1', signaturePrevue: jour(prevue) }],
    };
    expect(calculer(contenu).previsions[0]?.optimisteHt).toBe(euros(1_000 * fois));
  });

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-03-20', 12, '2027-03-20'],
  ])('%s + %i mois = %s', (de, n, attendu) => {
    expect(dansNMois(jour(de), n)).toBe(attendu);
  });
});
