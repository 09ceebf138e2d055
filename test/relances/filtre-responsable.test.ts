import { expect, it } from 'vitest';
import { planDuJour } from '../../src/relances/plan-du-jour';
import { planRelances } from '../../src/relances/plan-relances';
import { classeurDe, contexte, devisEnvoye } from './support';

const LE = contexte('2026-03-09', 'lea@exemple.fr');

const monde = () =>
  classeurDe({
    devis: [
      devisEnvoye(),
      devisEnvoye({
        numero: 'DEV-2026-0002',
        responsable: 'paul@exemple.fr',
        envoyeA: 'b@c.example',
      }),
      devisEnvoye({
        numero: 'DEV-2026-0003',
        responsable: null,
        auteur: 'Léa Petit',
        envoyeA: 'c@c.example',
      }),
    ],
  }).snapshot();

it.each([
  [null, ['DEV-2026-0001', 'DEV-2026-0002', 'DEV-2026-0003']],
  ['lea@exemple.fr', ['DEV-2026-0001', 'DEV-2026-0003']],
  ['Léa Petit', ['DEV-2026-0001', 'DEV-2026-0003']],
  ['paul@exemple.fr', ['DEV-2026-0002']],
  ['personne@exemple.fr', []],
])(
  'relances de %s : celles qu’elle suit, ou a rédigées si nul ne suit',
  (responsable, attendus) => {
    const { resultat } = planRelances(monde(), LE, { responsable });
    expect(resultat.brouillons.map((b) => b.devis)).toEqual(attendus);
    expect(planDuJour(monde(), LE, { responsable }).resultat.dues).toBe(attendus.length);
  },
);
