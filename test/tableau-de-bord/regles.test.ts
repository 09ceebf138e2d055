import { describe, expect, it } from 'vitest';
import { ClasseurEnMemoire, snapshotDe } from '../support/classeur-en-memoire';
import { euros, jour, mois } from '../support/valeurs';
import { lienCellule } from '../../src/classeur/lien-cellule';
import { calculerTableau } from '../../src/tableau-de-bord/calculer-tableau';
import { mediane } from '../../src/tableau-de-bord/indicateurs/delai-decision';
import { versReglages } from './firme';
import { LE, OUVERT, calculer } from './mars';

describe('petites règles', () => {
  it.each([
    [[], null],
    [[3], 3],
    [[9, 1, 5], 5],
    [[10, 1, 4, 3], 3.5],
  ])('médiane de %j : %s', (valeurs, attendu) => {
    expect(mediane(valeurs)).toBe(attendu);
  });

  it('un délai négatif est une faute : il ne compte pas', () => {
    const devis = [{ ...OUVERT, statut: 'Signé', decideLe: jour('2026-03-01') } as const];
    const avant = devis.map((d) => Object.assign({}, d, { envoyeLe: jour('2026-03-02') }));
    expect(calculer({ devis }).delaiDecisionJours.signes).toBe(0);
    expect(calculer({ devis: avant }).delaiDecisionJours.signes).toBeNull();
  });

  it('le seuil de satisfaction vient de Paramètres', () => {
    const contenu = {
      satisfaction: [{ date: jour('2026-03-02'), client: 'x', prix: 7, services: 8 }],
      parametres: versReglages({ seuilSatisfaction: 8 }),
    };
    expect(calculer(contenu).satisfaction.taux).toBe(0.5);
  });

  it('l’écart se compte au plus sur douze mois', () => {
    const objectifs = Array.from({ length: 15 }, (_, i) => ({
      mois: mois(`${2025 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`),
      caSigne: euros(1),
    }));
    expect(calculer({ objectifs }).objectifs[0]?.moisDeSuiteEnRetard).toBe(12);
  });

  it('d’un mois à venir rien n’est attendu', () => {
    const objectifs = [{ mois: mois('2026-04'), caSigne: euros(1_000) }];
    const t = calculerTableau(snapshotDe({ objectifs }), { ...LE, mois: mois('2026-04') });
    expect(t.alertes).toEqual([]);
  });

  it('une cellule d’un onglet au nom composé se cite entre apostrophes', () => {
    expect(lienCellule(snapshotDe({}), 'revueHebdo', 3, 'client')).toBe("'Revue hebdo'!B3");
    expect(lienCellule(snapshotDe({}), 'devis', 3, 'inconnue')).toBe('Devis!A3');
  });

  it('l’alerte de données compte toutes les cellules d’un onglet', () => {
    const s = new ClasseurEnMemoire({ devis: [OUVERT, { ...OUVERT, numero: 'D2' }] })
      .ecrire('devis', 2, 'montantHt', '?')
      .ecrire('devis', 3, 'decideLe', '?')
      .ecrire('devis', 3, 'soumisLe', '?')
      .snapshot();
    const [a] = calculerTableau(s, LE).alertes;
    expect(a?.message).toContain('2 cellules illisibles');
  });
});
