import { MAX_TEXTE } from '../../../src/classeur/longueur-texte';

/** Les cellules d'un collage : une par tabulation ou par ligne. */
const ENTRE_CELLULES = /[\t\n]/;

/** Refuse, avant que la grille ne le dessine, un collage dont une cellule ne tiendrait pas. */
export function surveillerCollages(refuser: (longueur: number) => void): void {
  addEventListener(
    'paste',
    (e) => {
      const texte = e.clipboardData?.getData('text/plain') ?? '';
      const longueurs = texte.split(ENTRE_CELLULES).map((cellule) => cellule.length);
      const longueur = longueurs.reduce((max, l) => Math.max(max, l), 0);
      if (longueur <= MAX_TEXTE) return;
      e.preventDefault();
      e.stopImmediatePropagation();
      refuser(longueur);
    },
    true,
  );
}
