import { regexes } from 'zod/v4/core';
import { expect, it } from 'vitest';
import { ADRESSE_EMAIL, estAdresseEmail } from '../../src/commun/adresse-email';

it('est l’expression de zod', () => {
  expect(ADRESSE_EMAIL.source).toBe(regexes.email.source.replaceAll('\\-', '-'));
});

it.each([
  ['nom@exemple.fr', true],
  ['prenom.nom+devis@sous.exemple.fr', true],
  ['nom@exemple', false],
  ['nom exemple.fr', false],
  ['a@exemple.fr, b@exemple.fr', false],
  ['', false],
])('%s : %s', (adresse, attendu) => {
  expect(estAdresseEmail(adresse)).toBe(attendu);
});
