import { centimes, type Centimes } from '../commun/montant';
import { cas, total, type Indicateur, type Tranche } from './indicateur';
import type { Index } from './index-commercial';
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
import { NPS, REPONSES, SATISFACTION_MOYENNE, SATISFACTION_TAUX } from './indicateurs/satisfaction';
import {
  COHORTE_OUVERTE,
  TAUX_COHORTE,
  TAUX_DECIDES,
  TAUX_MONTANT,
} from './indicateurs/taux-transformation';

/** Les figures d'une tranche, dans la forme du contrat JSON `tableau` (montants en centimes). */
export function figures(index: Index, tranche: Tranche) {
  const mesure = (i: Indicateur) => i.calculer(index, tranche);
  const lire = (i: Indicateur): number | null => mesure(i).valeur;
  const nombre = (i: Indicateur): number => total(mesure(i));
  const montant = (i: Indicateur): Centimes => centimes(nombre(i));
  const taux = (i: Indicateur) => ({ taux: lire(i), n: cas(mesure(i)) });
  return {
    devisEmis: { nombre: nombre(DEVIS_EMIS), montantHt: montant(MONTANT_EMIS) },
    devisSignes: { nombre: nombre(DEVIS_SIGNES), montantHt: montant(CA_SIGNE) },
    tauxTransformation: {
      cohorte: { ...taux(TAUX_COHORTE), ouverts: nombre(COHORTE_OUVERTE) },
      decides: taux(TAUX_DECIDES),
      montant: { taux: lire(TAUX_MONTANT) },
    },
    caFactureHt: montant(CA_FACTURE),
    encaisseTtc: montant(ENCAISSE),
    satisfaction: {
      taux: lire(SATISFACTION_TAUX),
      moyenne: lire(SATISFACTION_MOYENNE),
      nps: lire(NPS),
      n: nombre(REPONSES),
    },
    delaiDecisionJours: { signes: lire(DELAI_SIGNATURE), refuses: lire(DELAI_REFUS) },
    portefeuille: {
      nombre: nombre(PORTEFEUILLE_NOMBRE),
      montantHt: montant(PORTEFEUILLE_HT),
      pondereHt: montant(PORTEFEUILLE_PONDERE),
      expirantSous7Jours: nombre(EXPIRANT_SOUS_7_JOURS),
    },
  };
}
