import { LIGNES, bloc } from '../grille';
import type { CelluleLibre } from '../page-libre';

/** Trois graphiques : le cap, les taux, la satisfaction. */
export function bandeA(): CelluleLibre[] {
  const l = LIGNES.bandeA;
  return [
    ...bloc(
      l,
      0,
      2,
      'Tenons-nous le cap ?',
      'CA signé des douze derniers mois (HT), contre l’an passé et l’objectif.',
    ),
    ...bloc(
      l,
      2,
      2,
      'Que deviennent nos devis ?',
      'Part signée à ce jour des devis émis dans le mois ; des devis décidés dans le mois, en nombre et en montant (0 : aucun signé).',
    ),
    ...bloc(l, 4, 1, 'Nos clients sont-ils satisfaits ?', 'Part des notes au-dessus du seuil.'),
  ];
}
