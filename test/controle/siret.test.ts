import { describe, expect, it } from 'vitest';
import { estSiretValide } from '../../src/controle/siret';
import { chercheur } from '../../src/controle/chercheur';

describe('SIREN et SIRET', () => {
  it.each([
    ['732829320', true], // clé de Luhn juste
    ['73282932000074', true],
    ['732 829 320 00074', true],
    ['732829321', false],
    ['73282932000075', false],
    ['35600000000048', true], // La Poste, siège : clé de Luhn juste
    ['35600000049837', true], // La Poste, établissement : somme 3+5+6+4+9+8+3+7 = 45, multiple de 5
    ['35600000049838', false],
    ['35600000', false],
    ['FR12345678901', false],
    ['', false],
  ])('%s → %s', (texte, attendu) => {
    expect(estSiretValide(texte)).toBe(attendu);
  });
});

describe('proposer un nom', () => {
  it('cherche une fois par nom, et renonce après quarante', () => {
    const noms = Array.from({ length: 100 }, (_, i) => `Client numéro ${i}`);
    const c = chercheur([...noms, null], (t) => t);
    expect(c.proche('Client numero 7')).toBe('Client numéro 7');
    for (let i = 0; i < 60; i++) c.proche(`Client numerro ${i}`);
    expect(c.proche('Client numero 7')).toBe('Client numéro 7');
    expect(c.proche('Client nummero 8')).toBeNull();
  });
});
