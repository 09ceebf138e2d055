import { describe, expect, it } from 'vitest';
import { validerDansGoogle, validerDansUnFichier } from '../support/huit-personnes';

describe('huit personnes valident en même temps : ni doublon, ni trou, rien de perdu', () => {
  it('dans un fichier : 24 devis', async () => {
    expect(await validerDansUnFichier(3)).toBe(24);
  });

  it('dans un classeur Google : 16 devis', async () => {
    expect(await validerDansGoogle(2)).toBe(16);
  });
});
