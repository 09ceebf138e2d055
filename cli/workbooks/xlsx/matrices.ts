import { refus } from '../../../src/classeur/erreur-classeur';
import { adresse, formatPlage, type Plage } from './plages';

/** Des cellules à écrire : ces colonnes, d'une ligne à l'autre. */
interface Zone {
  readonly premiere: number;
  readonly derniere: number;
  rangs(): Iterable<number>;
}

/**
 * Une formule matricielle de plusieurs cellules ne s'écrit pas par morceaux.
 * @throws ErreurClasseur si une zone en touche une.
 */
export function refuserMatrices(
  onglet: string,
  matrices: readonly Plage[],
  zones: () => Iterable<Zone>,
): void {
  const plusieurs = matrices.filter((m) => m.l1 !== m.l2 || m.c1 !== m.c2);
  for (const m of plusieurs) {
    for (const { premiere, derniere, rangs } of zones()) {
      const ligne = Math.max(premiere, m.l1);
      if (ligne > Math.min(derniere, m.l2)) continue;
      for (const rang of rangs()) {
        if (rang < m.c1 || rang > m.c2) continue;
        const [cellule, plage] = [adresse(ligne, rang), formatPlage(m)];
        throw refus('FORMULE_MATRICIELLE', { onglet, cellule, plage });
      }
    }
  }
}
