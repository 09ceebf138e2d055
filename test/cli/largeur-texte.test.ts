import { describe, expect, it } from 'vitest';
import { largeurDe } from '../../cli/largeur-texte';

describe('la largeur d’un texte dans un terminal', () => {
  it.each([
    ['', 0],
    ['Mairie d’Orée-les-Brumes', 24],
    ['12 500,00 €', 11],
    ['« œuvre »', 9],
    ['e\u0301tude', 5],
    ['株式会社', 8],
    ['chantier 🚧', 11],
    ['a\u200bb', 2],
  ])('« %s » : %i', (texte, largeur) => {
    expect(largeurDe(texte)).toBe(largeur);
  });
});
