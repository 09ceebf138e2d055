import { describe, expect, it } from 'vitest';
import { hauteurEstimee } from '../../sheets-templates/hauteur';

const replie = { largeur: 22, retourALaLigne: true };
const droite = { largeur: 22, retourALaLigne: false };

describe('la hauteur d’une ligne', () => {
  it.each([
    ['un texte court garde la hauteur par défaut', replie, 'Bonjour', null],
    ['une cellule vide aussi', replie, null, null],
    ['un texte long se replie', replie, 'x'.repeat(50), 3 * 13 + 3],
    ['un mot ne se coupe pas', replie, `${'x'.repeat(15)} ${'y'.repeat(15)}`, 2 * 13 + 3],
    ['jamais plus haut que ce qu’un tableur admet', replie, 'a\n'.repeat(100), 409],
    ['chaque retour compte', replie, 'a\nb\n\nc', 4 * 13 + 3],
    ['une colonne sans retour à la ligne n’y change rien', droite, 'x'.repeat(50), null],
  ])('%s', (_, colonne, texte, attendue) => {
    expect(hauteurEstimee([colonne], () => texte)).toBe(attendue);
  });
});
