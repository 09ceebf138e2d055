import { expect, it } from 'vitest';
import { responsables, trouverResponsable } from '../../src/equipe/responsables';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';

const snapshot = new ClasseurEnMemoire({
  equipe: [{ email: 'paul@exemple.fr', nom: 'Paul Durand', role: 'Gérant', actif: true }],
  devis: [
    { numero: 'D1', version: 1, responsable: 'Paul Durand', auteur: 'PAUL@exemple.fr' },
    { numero: 'D2', version: 1, responsable: 'ancienne@exemple.fr' },
  ],
  affaires: [{ numero: 'A1', responsable: 'Ancienne@exemple.fr' }],
}).snapshot();

it('chacun une fois, l’équipe par son adresse', () => {
  expect(responsables(snapshot)).toEqual(['paul@exemple.fr', 'Ancienne@exemple.fr']);
});

it.each([
  ['Paul@Exemple.fr', 'paul@exemple.fr'],
  ['paul durand', 'paul@exemple.fr'],
  ['ancienne@exemple.fr', 'Ancienne@exemple.fr'],
  ['Paul', null],
])('%s désigne %s', (dit, attendu) => {
  expect(trouverResponsable(snapshot, dit)).toBe(attendu);
});
