import { describe, expect, it } from 'vitest';
import { FORMES_COMMANDE } from '../../src/classeur/tables/affaires';
import { estAdresseEmail } from '../../src/commun/adresse-email';
import { choisir } from '../../src/commun/choisir';

describe('choisir dans une liste', () => {
  it.each([
    ['BON DE COMMANDE', 'Bon de commande'],
    ['verbale', 'Commande verbale'],
    ['courriel', 'Courriel bon pour accord'],
    ['feuille d’engagement', 'Feuille d’engagement'],
    ['engagement', 'Feuille d’engagement'],
    ['commande', null],
    ['verb', null],
    ['', null],
  ])('« %s » → %s', (texte, valeur) => {
    expect(choisir(FORMES_COMMANDE, texte)).toBe(valeur);
  });
});

describe('adresses', () => {
  it.each([
    ['achats@lyon.example', true],
    ['achats', false],
    ['a@b.example, c@d.example', false],
    ['achats@lyon', false],
  ])('%s : %s', (texte, valable) => {
    expect(estAdresseEmail(texte)).toBe(valable);
  });
});
