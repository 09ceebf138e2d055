import { MODELES_INITIAUX } from '../../sheets-templates/modeles-initiaux';
import { parametresInitiaux } from '../../sheets-templates/parametres-initiaux';
import type { Depart } from '../../src/export/copie';

/** Ce que porte un classeur neuf. */
export const DEPART: Depart = { parametres: parametresInitiaux(), modeles: MODELES_INITIAUX };
