import { PERSONNES, SEGMENTS } from '../../sheets-templates/tableau/cadre-chiffres';
import { pageChiffres } from '../../sheets-templates/tableau/chiffres';
import { COLONNES_PERSONNE } from '../../sheets-templates/tableau/personnes';
import { MOTIFS_COMPTES } from '../../sheets-templates/tableau/chiffre';
import { lettreColonne } from '../../src/classeur/source';

/** Où relire, dans « Chiffres », ce que la page montre ; cherché par les titres qui s'y lisent. */
const { cellules } = pageChiffres();
const dernier = Math.max(...cellules.filter((c) => c.colonne === 3).map((c) => c.ligne));
function sous(titre: string, decalage: number, lignes: number, colonnes: number): string {
  const ici = cellules.find((c) => c.texte?.startsWith(titre));
  if (!ici) throw new Error(`« ${titre} » n’est pas dans Chiffres`);
  const [de, a] = [ici.colonne - 1, ici.colonne + colonnes - 2];
  const premiere = ici.ligne + decalage;
  return `Chiffres!${lettreColonne(de)}${premiere}:${lettreColonne(a)}${premiere + lignes - 1}`;
}

export const colonnesDesPersonnes = Object.keys(COLONNES_PERSONNE);
export const PLAGES_LUES: readonly string[] = [
  `Chiffres!A3:C${dernier}`,
  sous('Chacun', 2, PERSONNES, colonnesDesPersonnes.length),
  sous('Motifs de perte', 1, MOTIFS_COMPTES.length, 3),
  sous('Satisfaction par segment', 1, SEGMENTS, 3),
];
