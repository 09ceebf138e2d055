import { describe, expect, it } from 'vitest';
import { construireSnapshot } from '../../src/classeur/snapshot';
import { lireParametres, REGLAGES } from '../../src/classeur/parametres';
import type { ValeurLibre } from '../../src/classeur/colonne';
import { ClasseurEnMemoire, snapshotDe } from '../support/classeur-en-memoire';

const lire = (reglage: string, valeur: ValeurLibre | null) =>
  lireParametres([{ ligne: 2, reglage, valeur, signification: null }], (l) => `B${l}`);

describe('réglages', () => {
  it('sans ligne, chaque réglage garde sa valeur de départ', () => {
    const { parametres } = snapshotDe({});
    for (const [cle, reglage] of Object.entries(REGLAGES)) {
      expect(parametres).toHaveProperty(cle, reglage.defaut);
    }
  });

  it.each([
    ['Validité d’un devis (jours)', 45, 'validiteJours', 45],
    ['validite d un devis (jours)', '45', 'validiteJours', 30],
    ['VALIDITE D’UN DEVIS (JOURS)', '45', 'validiteJours', 45],
    ['Taux de TVA habituel', 0.1, 'tauxTva', 0.1],
    ['Taux de TVA habituel', '5,5 %', 'tauxTva', 0.055],
    ['Entreprise d’une seule personne', 'oui', 'entrepriseUnipersonnelle', true],
    ['Entreprise d’une seule personne', true, 'entrepriseUnipersonnelle', true],
    ['Seuil de satisfaction', '7,5', 'seuilSatisfaction', 7.5],
    ['Nom de l’entreprise', 'Nous', 'entreprise', 'Nous'],
    ['Mon réglage à moi', 'abc', 'validiteJours', 30],
    ['Validité d’un devis (jours)', null, 'validiteJours', 30],
  ] as const)('%s = %j → %s %j', (reglage, valeur, cle, attendu) => {
    const lu = lire(reglage, valeur);
    expect(lu.problemes).toEqual([]);
    expect(lu.parametres[cle]).toBe(attendu);
  });

  it.each([
    ['Validité d’un devis (jours)', 'un mois'],
    ['Validité d’un devis (jours)', 30.5],
    ['Validité d’un devis (jours)', -3],
    ['Taux de TVA habituel', 20],
    ['Entreprise d’une seule personne', 'ça dépend'],
    ['Seuil de satisfaction', { genre: 'taux', valeur: 0.2 }],
  ] as const)('« %s » = %j est refusé, pas remplacé', (reglage, valeur) => {
    const lu = lire(reglage, valeur);
    expect(lu.problemes.map((p) => p.code)).toEqual(['REGLAGE_ILLISIBLE']);
  });

  it('un réglage illisible arrête la lecture du classeur', () => {
    const c = new ClasseurEnMemoire({
      parametres: [{ reglage: 'Taux de TVA habituel', valeur: 'vingt' }],
    });
    expect(construireSnapshot(c.source()).problemes[0]?.args).toMatchObject({
      cellule: 'B2',
      valeur: 'vingt',
    });
  });
});
