import { MOTIFS } from '../../src/classeur/tables/devis';
import type { Unite } from '../../src/tableau-de-bord/indicateur';

/** Une ligne de « Chiffres » : un chiffre nommé d'après son chemin dans le JSON. */
export interface Chiffre {
  /** `devisEmis_nombre` ; la cellule s'appelle `TB_devisEmis_nombre`. */
  readonly chemin: string;
  readonly libelle: string;
  readonly unite: Unite | 'texte';
  readonly formule: string;
  readonly definition: string;
}

export const chiffre = (
  chemin: string,
  libelle: string,
  unite: Chiffre['unite'],
  formule: string,
  definition = '',
): Chiffre => ({ chemin, libelle, unite, formule, definition });

/** Les motifs, comptés puis rangés du plus fréquent au plus rare. */
export const MOTIFS_COMPTES = [...MOTIFS, 'Motif non dit'] as const;
