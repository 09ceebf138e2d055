import type { ValeursDe } from '../classeur/tables';
import type { Contexte } from '../commun/contexte';
import { ajouterMois, moisDe, type DateCivile, type Mois } from '../commun/date-civile';
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
import type { Horizon } from './prevision';
import { ecartsMoyens, previsionsPassees } from './previsions-passees';

type Valeurs = ValeursDe<'historique'>;

/** Ce qui se photographie le jour de la clôture : on ne le retrouve pas plus tard. */
type Photo = Pick<
  Valeurs,
  | 'portefeuille'
  | 'portefeuillePondere'
  | 'prevision1'
  | 'prevision2'
  | 'prevision6'
  | 'prevision12'
>;
type Reouverture = Pick<Valeurs, 'rouvertLe' | 'rouvertPar' | 'motifReouverture' | 'reouvertures'>;

/** Une ligne figée, ou figée de nouveau, n'attend plus rien. */
export const NON_ROUVERT = { rouvertLe: null, rouvertPar: null, motifReouverture: null } as const;

/** La photographie d'un mois se prend dans celui qui suit ; après, elle daterait d'un autre. */
export function estATemps(mois: Mois, aujourdHui: DateCivile): boolean {
  return moisDe(aujourdHui) === ajouterMois(mois, 1);
}

/** La ligne figée d'un mois, pour l'entreprise (`null`) ou une personne (S3-1). */
export function ligneHistorique(
  index: Index,
  mois: Mois,
  responsable: string | null,
  contexte: Contexte,
): Valeurs {
  return {
    ...figuresDuMois(index, mois, responsable, contexte),
    ...photo(index, mois, responsable),
    ...NON_ROUVERT,
    reouvertures: null,
  };
}

/** Ce qui se recalcule quand un mois rouvert est figé de nouveau : tout, sauf la photographie. */
export function figuresDuMois(
  index: Index,
  mois: Mois,
  responsable: string | null,
  contexte: Contexte,
): Omit<Valeurs, keyof Photo | keyof Reouverture> {
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
    ...ecarts(index, mois, responsable),
    closLe: contexte.maintenant,
    closPar: contexte.utilisateur,
  };
}

function ecarts(index: Index, mois: Mois, responsable: string | null) {
  const passees = previsionsPassees(index, mois, responsable);
  const moyens = ecartsMoyens(index, mois, responsable);
  const ecart = (h: Horizon) => passees.find((p) => p.horizonMois === h)?.ecartHt ?? null;
  const moyen = (h: Horizon) => moyens.find((e) => e.horizonMois === h)?.ecartMoyenHt ?? null;
  return {
    ecartPrevision1: ecart(1),
    ecartPrevision2: ecart(2),
    ecartPrevision6: ecart(6),
    ecartPrevision12: ecart(12),
    ecartMoyen1: moyen(1),
    ecartMoyen2: moyen(2),
    ecartMoyen6: moyen(6),
    ecartMoyen12: moyen(12),
  };
}

function photo(index: Index, mois: Mois, responsable: string | null): Photo {
  const aTemps = estATemps(mois, index.aujourdHui);
  const prendre = (i: Indicateur): Centimes | null =>
    aTemps ? centimes(total(i.calculer(index, leMois(mois, responsable)))) : null;
  return {
    portefeuille: prendre(PORTEFEUILLE_HT),
    portefeuillePondere: prendre(PORTEFEUILLE_PONDERE),
    prevision1: prendre(PREVISION_1),
    prevision2: prendre(PREVISION_2),
    prevision6: prendre(PREVISION_6),
    prevision12: prendre(PREVISION_12),
  };
}
