import { describe, expect, it } from 'vitest';
import { validerDansGoogle, validerDansUnFichier } from '../support/huit-personnes';

describe('huit personnes valident en même temps, longtemps', () => {
  it('dans un fichier : 200 devis', async () => {
    expect(await validerDansUnFichier(25)).toBe(200);
  });

  it('dans un classeur Google : 80 devis', async () => {
    expect(await validerDansGoogle(10)).toBe(80);
  });
});
