import type { Apparence } from '../../workbooks/xlsx/apparences';
import type { OngletVu, StyleVu } from '../protocole';
import type { Grille } from './grille';
import type { DocumentLu } from './lire-document';
import { vueOnglet } from './vue-onglet';

const ALIGNEMENTS = new Set(['left', 'center', 'right']);
const VERTICAUX: Readonly<Record<string, StyleVu['vertical']>> = {
  top: 'top',
  center: 'middle',
  bottom: 'bottom',
};

/** Le classeur que la page montre : contenu de `grille` (l'émulateur), aspect du fichier. */
export function vueClasseur(
  lu: DocumentLu,
  grille: Grille,
  aujourdHui: number,
): { styles: StyleVu[]; onglets: OngletVu[] } {
  return {
    styles: lu.apparences.map(styleVu),
    onglets: lu.onglets.map((o) => vueOnglet(o, grille, aujourdHui)),
  };
}

function styleVu(a: Apparence): StyleVu {
  const { police, filets } = a;
  const vertical = a.vertical === null ? undefined : VERTICAUX[a.vertical];
  return {
    ...(police.gras ? { gras: true } : {}),
    ...(police.italique ? { italique: true } : {}),
    ...(police.souligne ? { souligne: true } : {}),
    ...(police.barre ? { barre: true } : {}),
    ...(police.nom === null ? {} : { police: police.nom }),
    ...(police.taille === null ? {} : { taille: police.taille }),
    ...(police.couleur === null ? {} : { couleur: police.couleur }),
    ...(a.fond === null ? {} : { fond: a.fond }),
    ...(a.horizontal !== null && ALIGNEMENTS.has(a.horizontal)
      ? { horizontal: a.horizontal as 'left' | 'center' | 'right' }
      : {}),
    ...(vertical ? { vertical } : {}),
    ...(a.retrait > 0 ? { retrait: a.retrait } : {}),
    ...(a.replie ? { replie: true } : {}),
    ...(a.format === 'General' ? {} : { format: a.format }),
    ...(filets.bas === null ? {} : { filetBas: filets.bas }),
    ...(filets.haut === null ? {} : { filetHaut: filets.haut }),
  };
}
