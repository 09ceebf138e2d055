import type { ValeursDe } from '../classeur/tables';
import type { Contexte } from '../commun/contexte';
import type { Mois } from '../commun/date-civile';
import { centimes, type Centimes } from '../commun/montant';
import { total, type Indicateur } from './indicateur';
import type { Index } from './index-commercial';
import { DEVIS_EMIS, MONTANT_EMIS } from './indicateurs/devis-emis';
import { CA_SIGNE, DEVIS_SIGNES } from './indicateurs/devis-signes';
import { CA_FACTURE, ENCAISSE } from './indicateurs/factures';
import { PORTEFEUILLE_HT, PORTEFEUILLE_PONDERE } from './indicateurs/portefeuille';
import { PREVISION_1, PREVISION_12, PREVISION_2, PREVISION_6 } from './indicateurs/previsions';
import { NPS, REPONSES, SATISFACTION_TAUX } from './indicateurs/satisfaction';
import { TAUX_COHORTE, TAUX_DECIDES, TAUX_MONTANT } from './indicateurs/taux-transformation';
import { leMois } from './periode';

/** La ligne figée d'un mois, pour l'entreprise (`null`) ou une personne (S3-1). */
export function ligneHistorique(
  index: Index,
  mois: Mois,
  responsable: string | null,
  contexte: Contexte,
): ValeursDe<'historique'> {
  const lire = (i: Indicateur): number | null =>
    i.calculer(index, leMois(mois, responsable)).valeur;
  const montant = (i: Indicateur): Centimes =>
    centimes(total(i.calculer(index, leMois(mois, responsable))));
  return {
    mois,
    responsable,
    devisEmis: lire(DEVIS_EMIS),
    montantEmis: montant(MONTANT_EMIS),
    devisSignes: lire(DEVIS_SIGNES),
    caSigne: montant(CA_SIGNE),
    tauxCohorte: lire(TAUX_COHORTE),
    tauxDecides: lire(TAUX_DECIDES),
    tauxMontant: lire(TAUX_MONTANT),
    caFacture: montant(CA_FACTURE),
    encaisse: montant(ENCAISSE),
    satisfaction: lire(SATISFACTION_TAUX),
    reponses: lire(REPONSES),
    nps: lire(NPS),
    portefeuille: montant(PORTEFEUILLE_HT),
    portefeuillePondere: montant(PORTEFEUILLE_PONDERE),
    prevision1: montant(PREVISION_1),
    prevision2: montant(PREVISION_2),
    prevision6: montant(PREVISION_6),
    prevision12: montant(PREVISION_12),
    closLe: contexte.maintenant,
    closPar: contexte.utilisateur,
  };
}
