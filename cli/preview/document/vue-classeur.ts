import { ONGLET_ACCUEIL } from '../../../sheets-templates/accueil';
import { ONGLET_CALCULS } from '../../../src/tableau-de-bord/onglets';
import type { Apparence } from '../../workbooks/xlsx/apparences';
import type { Classeur, Feuille } from '../emulateur/modele';
import type { OngletVu, StyleVu } from '../protocole';
import { avecChiffresConnus } from './chiffres-connus';
import type { Grille } from './grille';
import type { DocumentLu } from './lire-document';
import { estPage } from '../../../sheets-templates/pages';
import { calculsUtiles } from './pages-vivantes';
import type { TableauVu } from './tableau-vu';
import { vueEmulee } from './vue-emulee';
import { vueOnglet } from './vue-onglet';

const ALIGNEMENTS = new Set(['left', 'center', 'right']);
const VERTICAUX: Readonly<Record<string, StyleVu['vertical']>> = {
  top: 'top',
  center: 'middle',
  bottom: 'bottom',
};

/**
 * Le classeur que la page montre : contenu de `grille` (l'émulateur), aspect du fichier ; l'Accueil
 * vient de `emule` si le module l'a refait. `tableau` : les chiffres du mois que le tableau de bord montre.
 */
export function vueClasseur(
  lu: DocumentLu,
  grille: Grille,
  emule: Classeur | null,
  aujourdHui: number,
  tableau: TableauVu | null = null,
): { styles: StyleVu[]; onglets: OngletVu[] } {
  const styles = lu.apparences.map(styleVu);
  const vus = contenusVus(lu, grille);
  const contenus = tableau ? avecChiffresConnus(vus, lu.noms, tableau) : vus;
  const onglets = lu.onglets.map((o) => {
    const refait = o.nom === ONGLET_ACCUEIL ? feuilleDe(emule, o.nom) : undefined;
    return emule && refait
      ? vueEmulee(emule, refait, grille.get(o.nom) ?? [], styles)
      : vueOnglet(o, contenus, aujourdHui);
  });
  return { styles, onglets };
}

/** Le tableau de bord et ses calculs se montrent tels que le fichier les a. */
function contenusVus(lu: DocumentLu, grille: Grille): Grille {
  const calculs = calculsUtiles(lu.grille.get(ONGLET_CALCULS) ?? [], grille);
  return new Map(
    [...grille].map(([nom, cellules]) => {
      if (nom === ONGLET_CALCULS) return [nom, calculs];
      return [nom, estPage(nom) ? (lu.grille.get(nom) ?? []) : cellules];
    }),
  );
}

const feuilleDe = (emule: Classeur | null, nom: string): Feuille | undefined =>
  emule?.feuilles.find((f) => f.proprietes.title === nom);

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
