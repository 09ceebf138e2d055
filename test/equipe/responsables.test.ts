import { expect, it } from 'vitest';
import { responsables, trouverResponsable } from '../../src/equipe/responsables';
import { ClasseurEnMemoire } from '../support/classeur-en-memoire';

const snapshot = new ClasseurEnMemoire({
  equipe: [
    { email: 'paul@exemple.fr', nom: 'Paul Durand', role: 'Gérant', actif: true },
    { email: 'lea@exemple.fr', nom: 'Léa Petit', role: 'Consultant', actif: true },
  ],
  devis: [
    { numero: 'D1', version: 1, responsable: 'Léa Petit', auteur: 'PAUL@exemple.fr' },
    { numero: 'D2', version: 1, responsable: 'ancienne@exemple.fr' },
  ],
  affaires: [{ numero: 'A1', responsable: 'Ancienne@exemple.fr' }],
}).snapshot();

it('chacun une fois, comme le classeur l’écrit', () => {
  expect(responsables(snapshot)).toEqual([
    'paul@exemple.fr',
    'lea@exemple.fr',
    'Ancienne@exemple.fr',
    'Léa Petit',
  ]);
});

it.each([
  ['Paul@Exemple.fr', 'paul@exemple.fr'],
  ['paul durand', 'paul@exemple.fr'],
  // Des lignes portent son nom : ce sont elles que l'on demande.
  ['léa petit', 'Léa Petit'],
  ['ancienne@exemple.fr', 'Ancienne@exemple.fr'],
  ['Paul', null],
])('%s désigne %s', (dit, attendu) => {
  expect(trouverResponsable(snapshot, dit)).toBe(attendu);
});
