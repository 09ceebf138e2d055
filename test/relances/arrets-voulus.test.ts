import { describe, expect, it } from 'vitest';
import type { ValeursDe } from '../../src/classeur/tables';
import { planRelances } from '../../src/relances/plan-relances';
import { classeurDe, clientDe, contexte, devisEnvoye, jour } from './support';

const LE = '2026-03-10';
const plan = (classeur = classeurDe(), le = LE) => planRelances(classeur.snapshot(), contexte(le));
const codes = (p: ReturnType<typeof plan>) => p.resultat.refusees.map((r) => r.code);

const relance = (valeurs: Partial<ValeursDe<'actions'>>) => ({
  type: 'Relance' as const,
  date: jour('2026-03-06'),
  devis: 'DEV-2026-0001',
  client: 'Ville d’Exemple',
  ...valeurs,
});

describe('arrêts voulus : comptés, expliqués, sans être des problèmes', () => {
  it.each<[string, Parameters<typeof classeurDe>[0], string]>([
    [
      '« Ne pas relancer »',
      { clients: [clientDe(undefined, { nePasRelancer: true })] },
      'RELANCE_NE_PAS_RELANCER',
    ],
    [
      'sur l’une des deux fiches du même client',
      { clients: [clientDe(), clientDe('VILLE D’EXEMPLE', { nePasRelancer: true })] },
      'RELANCE_NE_PAS_RELANCER',
    ],
    ['NPAI', { clients: [clientDe(undefined, { npai: true })] }, 'RELANCE_NPAI'],
    [
      '« Pas de relance avant le » demain',
      { devis: [devisEnvoye({ pasDeRelanceAvant: jour('2026-03-11') })] },
      'RELANCE_PAS_AVANT',
    ],
    ['relancé il y a 4 jours', { actions: [relance({})] }, 'RELANCE_TROP_PROCHE'],
    [
      'relancé pour un autre devis, à la même adresse',
      {
        devis: [
          devisEnvoye(),
          devisEnvoye({
            numero: 'DEV-2026-0002',
            statut: 'Signé',
            envoyeA: 'ACHATS@client.example',
          }),
        ],
        actions: [relance({ devis: 'DEV-2026-0002' })],
      },
      'RELANCE_TROP_PROCHE',
    ],
    [
      'relancé sans que le journal dise pour quel devis',
      { actions: [relance({ devis: null })] },
      'RELANCE_TROP_PROCHE',
    ],
    [
      '« Dernière relance » récente d’un autre devis',
      {
        devis: [
          devisEnvoye(),
          devisEnvoye({ numero: 'DEV-2', statut: 'Signé', derniereRelance: jour('2026-03-07') }),
        ],
      },
      'RELANCE_TROP_PROCHE',
    ],
  ])('%s', (_, contenu, code) => {
    const p = plan(classeurDe(contenu));
    expect([p.resultat.dues, codes(p), p.problemes]).toEqual([1, [code], []]);
    expect([p.changements, p.brouillons]).toEqual([[], []]);
    expect(p.resultat.refusees[0]?.message).toContain('DEV-2026-0001');
  });

  it.each<[string, Parameters<typeof classeurDe>[0]]>([
    [
      '« Pas de relance avant le » aujourd’hui',
      { devis: [devisEnvoye({ pasDeRelanceAvant: jour(LE) })] },
    ],
    ['relancé il y a 5 jours', { actions: [relance({ date: jour('2026-03-05') })] }],
    ['un appel hier', { actions: [relance({ type: 'Appel', date: jour('2026-03-09') })] }],
    [
      'une relance hier, à un autre contact du client',
      {
        devis: [
          devisEnvoye(),
          devisEnvoye({ numero: 'DEV-2', statut: 'Signé', envoyeA: 'autre@client.example' }),
        ],
        actions: [relance({ devis: 'DEV-2' })],
      },
    ],
    ['une relance hier, à un autre client', { actions: [relance({ devis: null, client: 'X' })] }],
    [
      'le réglage à zéro',
      {
        parametres: [{ reglage: 'Jours entre deux relances au même contact', valeur: 0 }],
        actions: [relance({ date: jour(LE) })],
      },
    ],
  ])('n’arrête pas : %s', (_, contenu) => {
    expect(plan(classeurDe(contenu)).resultat.brouillons).toHaveLength(1);
  });

  it('deux devis au même contact : le plus ancien part, l’autre attend', () => {
    const p = plan(
      classeurDe({
        devis: [
          devisEnvoye({ numero: 'B', prochaineRelance: jour('2026-03-10') }),
          devisEnvoye({ numero: 'A', prochaineRelance: jour('2026-03-09') }),
        ],
      }),
    );
    expect(p.resultat.brouillons.map((b) => b.devis)).toEqual(['A']);
    expect(codes(p)).toEqual(['RELANCE_TROP_PROCHE']);
  });
});
