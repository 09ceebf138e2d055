import type { Indicateur } from './indicateur';
import { DEVIS_EMIS } from './indicateurs/devis-emis';
import { CA_SIGNE } from './indicateurs/devis-signes';
import { CA_FACTURE } from './indicateurs/factures';
import { SATISFACTION_TAUX } from './indicateurs/satisfaction';
import { TAUX_COHORTE } from './indicateurs/taux-transformation';
import { VISITES } from './indicateurs/visites';

export type ColonneObjectif =
  'caSigne' | 'caFacture' | 'devisEmis' | 'tauxTransformation' | 'satisfaction' | 'visites';

/** Les colonnes d'Objectifs et l'indicateur qui dit le réalisé de chacune. */
export const INDICATEURS_A_OBJECTIF: Readonly<Record<ColonneObjectif, Indicateur>> = {
  caSigne: CA_SIGNE,
  caFacture: CA_FACTURE,
  tauxTransformation: TAUX_COHORTE,
  satisfaction: SATISFACTION_TAUX,
  devisEmis: DEVIS_EMIS,
  visites: VISITES,
};

export const COLONNES_OBJECTIF = Object.keys(INDICATEURS_A_OBJECTIF) as ColonneObjectif[];
