import { describe, expect, it } from 'vitest';
import { compter } from './compter-appels';

describe('aller-retour avec Google', () => {
  const petit = compter(100);

  it('au plus deux lectures et une écriture par action du menu', () => {
    for (const [fonction, { ouvrir, envoyer }] of Object.entries(petit)) {
      if (fonction === 'installer') continue;
      expect(ouvrir.lectures, fonction).toBeLessThanOrEqual(2);
      expect(ouvrir.ecritures, fonction).toBeLessThanOrEqual(1);
      // Les relances ont une écriture de plus, et la relecture qui la précède : les identifiants des brouillons.
      const [lectures, ecritures] = fonction === 'preparerRelances' ? [4, 2] : [2, 1];
      expect(envoyer?.lectures ?? 0, fonction).toBeLessThanOrEqual(lectures);
      expect(envoyer?.ecritures ?? 0, fonction).toBeLessThanOrEqual(ecritures);
    }
  });

  it('les mêmes à 1 000 devis qu’à 100', () => {
    expect(compter(1_000)).toEqual(petit);
  });
});
