import type { Indicateur } from './indicateur';
import { DELAI_REFUS, DELAI_SIGNATURE } from './indicateurs/delai-decision';
import { DEVIS_EMIS, MONTANT_EMIS } from './indicateurs/devis-emis';
import { CA_SIGNE, DEVIS_SIGNES } from './indicateurs/devis-signes';
import { CA_FACTURE, ENCAISSE } from './indicateurs/factures';
import {
  EXPIRANT_SOUS_7_JOURS,
  PORTEFEUILLE_HT,
  PORTEFEUILLE_NOMBRE,
  PORTEFEUILLE_PONDERE,
} from './indicateurs/portefeuille';
import { PREVISION_1, PREVISION_12, PREVISION_2, PREVISION_6 } from './indicateurs/previsions';
import { NPS, REPONSES, SATISFACTION_MOYENNE, SATISFACTION_TAUX } from './indicateurs/satisfaction';
import {
  COHORTE_OUVERTE,
  TAUX_COHORTE,
  TAUX_DECIDES,
  TAUX_MONTANT,
} from './indicateurs/taux-transformation';
import { VISITES } from './indicateurs/visites';

export interface Rubrique {
  readonly titre: string;
  readonly indicateurs: readonly Indicateur[];
}

/** Les indicateurs dans l'ordre de lecture : ce qui importe d'abord (S3-4). */
export const RUBRIQUES: readonly Rubrique[] = [
  { titre: 'L’essentiel', indicateurs: [CA_SIGNE, TAUX_COHORTE, CA_FACTURE, SATISFACTION_TAUX] },
  {
    titre: 'Devis',
    indicateurs: [
      DEVIS_EMIS,
      MONTANT_EMIS,
      DEVIS_SIGNES,
      COHORTE_OUVERTE,
      TAUX_DECIDES,
      TAUX_MONTANT,
      DELAI_SIGNATURE,
      DELAI_REFUS,
    ],
  },
  {
    titre: 'Ce qui vient',
    indicateurs: [
      PREVISION_1,
      PREVISION_2,
      PREVISION_6,
      PREVISION_12,
      PORTEFEUILLE_HT,
      PORTEFEUILLE_PONDERE,
      PORTEFEUILLE_NOMBRE,
      EXPIRANT_SOUS_7_JOURS,
    ],
  },
  { titre: 'Trésorerie et activité', indicateurs: [ENCAISSE, VISITES] },
  { titre: 'Satisfaction', indicateurs: [SATISFACTION_MOYENNE, NPS, REPONSES] },
];
