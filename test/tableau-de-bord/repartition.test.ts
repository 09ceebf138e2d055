import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { snapshotDe, type Contenu } from '../support/classeur-en-memoire';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';
import { euros, jour, mois } from '../support/valeurs';
import { ajouterMois, type Mois } from '../../src/commun/date-civile';
import { indexer } from '../../src/tableau-de-bord/index-commercial';
import { objectifDe } from '../../src/tableau-de-bord/objectifs';
import { objectifsIndividuels } from '../../src/tableau-de-bord/objectifs-individuels';
import { calculerTableau } from '../../src/tableau-de-bord/calculer-tableau';

const CAMILLE = 'camille@exemple.fr';
const JANVIER = mois('2026-01');
const DOUZE = Array.from({ length: 12 }, (_, i) => ajouterMois(JANVIER, i));

type LigneObjectif = NonNullable<Contenu['objectifs']>[number];
const annee = (o: LigneObjectif): LigneObjectif => ({ mois: JANVIER, vautPour: 'Année', ...o });

/** Un devis signé chaque mois de 2025, du montant donné (en euros). */
const signes2025 = (montants: readonly number[]): Contenu['devis'] =>
  montants.map((m, i) => ({
    numero: `D${i}`,
    version: 1,
    client: 'Mairie',
    statut: 'Signé' as const,
    montantHt: euros(m),
    envoyeLe: jour('2025-01-01'),
    decideLe: jour(`2025-${String(i + 1).padStart(2, '0')}-10`),
  }));

const objectifs = (contenu: Contenu, qui: string | null = null, colonne = 'caSigne' as const) => {
  const index = indexer(snapshotDe(contenu), jour('2026-03-20'));
  return DOUZE.map((m) => objectifDe(index, colonne, m, qui));
};

describe('l’objectif d’un mois', () => {
  it('sans année précédente : parts égales, au centime près', () => {
    const parts = objectifs({ objectifs: [annee({ caSigne: euros(100) })] });
    expect(parts.slice(0, 3)).toEqual([833, 834, 833]);
    expect(parts.reduce((a: number, b) => a + (b ?? 0), 0)).toBe(10_000);
  });

  it('à la mesure de l’année précédente quand ses douze mois ont un chiffre', () => {
    const devis = signes2025([10, 10, 10, 10, 10, 10, 10, 20, 10, 10, 10, 80]);
    const parts = objectifs({ devis, objectifs: [annee({ caSigne: euros(2_000) })] });
    expect([parts[0], parts[7], parts[11]]).toEqual([10_000, 20_000, 80_000]);
  });

  it('un seul mois de l’année précédente sans chiffre : parts égales', () => {
    const devis = signes2025([10, 10, 10, 10, 10, 10, 10, 20, 10, 10, 10]);
    const parts = objectifs({ devis, objectifs: [annee({ caSigne: euros(1_200) })] });
    expect(new Set(parts)).toEqual(new Set([10_000]));
  });

  it('la saison est celle de l’entreprise, pour chacun aussi', () => {
    const devis = signes2025([10, 10, 10, 10, 10, 10, 10, 20, 10, 10, 10, 80]);
    const siennes = [annee({ responsable: CAMILLE, caSigne: euros(200) })];
    expect(objectifs({ devis, objectifs: siennes }, CAMILLE)[11]).toBe(8_000);
    expect(objectifs({ devis, objectifs: siennes }, null)[11]).toBeNull();
  });

  it('la ligne d’un mois l’emporte, les autres se partagent ce qui reste', () => {
    const parts = objectifs({
      objectifs: [annee({ caSigne: euros(1_200) }), { mois: mois('2026-08'), caSigne: euros(100) }],
    });
    expect(parts[7]).toBe(10_000);
    expect(parts[0]).toBe(10_000);
    const autre = objectifs({
      objectifs: [annee({ caSigne: euros(1_200) }), { mois: mois('2026-08'), caSigne: euros(760) }],
    });
    expect(autre[0]).toBe(4_000);
  });

  it('des mois qui dépassent l’année : il ne reste rien, jamais moins que rien', () => {
    const parts = objectifs({
      objectifs: [annee({ caSigne: euros(100) }), { mois: mois('2026-08'), caSigne: euros(500) }],
    });
    expect(parts[0]).toBe(0);
  });

  it('un taux annuel vaut pour chaque mois', () => {
    const index = indexer(
      snapshotDe({ objectifs: [annee({ tauxTransformation: 0.4 })] }),
      jour('2026-03-20'),
    );
    expect(DOUZE.map((m) => objectifDe(index, 'tauxTransformation', m, null))).toEqual(
      Array.from(DOUZE, () => 0.4),
    );
  });

  it('n’importe quel mois désigne l’année ; une autre année n’en a rien', () => {
    const o = { mois: mois('2026-09'), vautPour: 'Année' as const, caSigne: euros(1_200) };
    const index = indexer(snapshotDe({ objectifs: [o] }), jour('2026-03-20'));
    expect(objectifDe(index, 'caSigne', JANVIER, null)).toBe(10_000);
    expect(objectifDe(index, 'caSigne', mois('2027-01'), null)).toBeNull();
  });

  it('« Vaut pour » illisible : la ligne ne vaut ni pour le mois ni pour l’année', () => {
    const classeur = new ClasseurEnMemoire({ objectifs: [{ mois: JANVIER, caSigne: euros(9) }] });
    classeur.ecrire('objectifs', 2, 'vautPour', 'Trimestre');
    const index = indexer(classeur.snapshot(), jour('2026-03-20'));
    expect(objectifDe(index, 'caSigne', JANVIER, null)).toBeNull();
  });

  it('le modèle inverse part de l’objectif de l’année', () => {
    const tableau = calculerTableau(
      snapshotDe({ objectifs: [annee({ caSigne: euros(120_000) })] }),
      { mois: mois('2026-03'), aujourdHui: jour('2026-03-20') },
    );
    expect(tableau.modeleInverse.resteHt).toBe(12_000_000);
  });

  it('loi : la somme des douze mois est l’objectif de l’année, tant que les lignes y tiennent', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10 ** 9 }),
        fc.array(fc.integer({ min: 1, max: 10 ** 6 }), { minLength: 12, maxLength: 12 }),
        fc.boolean(),
        fc.uniqueArray(fc.integer({ min: 0, max: 11 }), { maxLength: 11 }),
        (total, saison, connue, ecrits) => {
          const propres = ecrits.map((i) => ({
            mois: DOUZE[i] as Mois,
            caSigne: euros(Math.floor(total / 24) / 100),
          }));
          const parts = objectifs({
            devis: connue ? signes2025(saison) : [],
            objectifs: [annee({ caSigne: euros(total / 100) }), ...propres],
          });
          expect(parts.every((p) => p !== null && Number.isInteger(p) && p >= 0)).toBe(true);
          expect(parts.reduce((a: number, b) => a + (b ?? 0), 0)).toBe(total);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('l’objectif commun et ceux de chacun', () => {
  it('se comparent pour ce qui s’additionne (S4-19)', () => {
    const index = indexer(
      snapshotDe({
        objectifs: [
          { mois: mois('2026-03'), caSigne: euros(100), tauxTransformation: 0.4 },
          { mois: mois('2026-03'), responsable: CAMILLE, caSigne: euros(50), visites: 2 },
          annee({ responsable: 'denis@exemple.fr', caSigne: euros(480), tauxTransformation: 0.3 }),
        ],
      }),
      jour('2026-03-20'),
    );
    expect(objectifsIndividuels(index, mois('2026-03'))).toEqual([
      {
        indicateur: 'caSigne',
        unite: 'montant',
        entreprise: 10_000,
        individuels: 9_000,
        personnes: 2,
        ecart: -1_000,
      },
      {
        indicateur: 'visites',
        unite: 'nombre',
        entreprise: null,
        individuels: 2,
        personnes: 1,
        ecart: null,
      },
    ]);
  });
});
