import { appliquerTaux, centimes, somme, type Centimes } from '../commun/montant';
import type { DateCivile, Mois } from '../commun/date-civile';
import { personne } from './attribution';
import { cas, dansTranche, total, type Indicateur } from './indicateur';
import type { DevisCompte, Index, Porte } from './index-commercial';
import { DEVIS_EMIS, MONTANT_EMIS } from './indicateurs/devis-emis';
import { CA_SIGNE, DEVIS_SIGNES } from './indicateurs/devis-signes';
import { CA_FACTURE, ENCAISSE } from './indicateurs/factures';
import { montantHtDe, signes } from './indicateurs/montant-devis';
import {
  PORTEFEUILLE_HT,
  PORTEFEUILLE_NOMBRE,
  PORTEFEUILLE_PONDERE,
} from './indicateurs/portefeuille';
import { TAUX_COHORTE, TAUX_DECIDES } from './indicateurs/taux-transformation';
import { VISITES } from './indicateurs/visites';
import { parIndex } from './memo';
import { objectifDe } from './objectifs';
import { leMois } from './periode';

/** Heures d'une journée, pour convertir la durée des actions en jours de coût. */
const HEURES_PAR_JOUR = 7;

/** Le mois d'une personne (S4-17, S4-19) ; `responsable` `null` : ce que personne ne porte. */
export interface TableauResponsable {
  readonly responsable: string | null;
  readonly nom: string | null;
  readonly devisEmis: { readonly nombre: number; readonly montantHt: Centimes };
  readonly devisSignes: { readonly nombre: number; readonly montantHt: Centimes };
  readonly tauxTransformation: {
    readonly cohorte: { readonly taux: number | null; readonly n: number };
    readonly decides: { readonly taux: number | null; readonly n: number };
  };
  readonly caFactureHt: Centimes;
  readonly encaisseTtc: Centimes;
  readonly visites: number;
  readonly portefeuille: {
    readonly nombre: number;
    readonly montantHt: Centimes;
    readonly pondereHt: Centimes;
  };
  readonly objectifCaSigneHt: Centimes | null;
  readonly rentabilite: Rentabilite;
}

/** Ce que rapporte et coûte un mois de temps commercial ; `null` : non connu. */
interface Rentabilite {
  readonly caSigneHt: Centimes;
  /** Σ marges des devis signés qui en ont une. */
  readonly margeHt: Centimes | null;
  readonly heures: number;
  /** Heures des actions ÷ 7 × coût journalier (Équipe). */
  readonly coutCommercialHt: Centimes | null;
  readonly resultatHt: Centimes | null;
}

const equipe = parIndex(
  ({ snapshot }) => new Map(snapshot.tables.equipe.map((m) => [personne(m.email), m])),
);

/**
 * Les personnes qui ont un chiffre, une action ou un objectif ce mois-là, ou des devis en cours
 * (nés au plus tard `jusquAu` : une clôture refaite plus tard ne découvre personne de nouveau).
 */
export function responsablesActifs(
  index: Index,
  mois: Mois,
  jusquAu: DateCivile | null = null,
): string[] {
  const actifs = new Set<string>();
  const noter = (portes: readonly Porte<unknown>[]): void => {
    for (const p of portes) actifs.add(p.responsable);
  };
  const tranche = leMois(mois, null);
  noter(dansTranche(index.emis, tranche));
  noter(dansTranche(index.decides, tranche));
  noter(dansTranche(index.facturesEmises, tranche));
  noter(dansTranche(index.facturesPayees, tranche));
  noter(dansTranche(index.reponses, tranche));
  noter(dansTranche(index.actions, tranche));
  const neATemps = (d: DevisCompte): boolean =>
    jusquAu === null || (d.emisLe ?? d.ligne.creeLe ?? jusquAu) <= jusquAu;
  noter(index.ouverts.filter(neATemps));
  for (const o of index.snapshot.tables.objectifs) {
    const vise =
      o.vautPour === 'Année' ? o.mois?.slice(0, 4) === mois.slice(0, 4) : o.mois === mois;
    if (vise && o.responsable !== null) actifs.add(personne(o.responsable));
  }
  // `''` (personne) en dernier.
  return [...actifs].sort((a, b) => (a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1));
}

export function tableauResponsable(
  index: Index,
  mois: Mois,
  responsable: string,
): TableauResponsable {
  const tranche = leMois(mois, responsable);
  const entier = (i: Indicateur): number => total(i.calculer(index, tranche));
  const montant = (i: Indicateur): Centimes => centimes(entier(i));
  const taux = (i: Indicateur) => {
    const mesure = i.calculer(index, tranche);
    return { taux: mesure.valeur, n: cas(mesure) };
  };
  const objectif = objectifDe(index, 'caSigne', mois, responsable);
  return {
    responsable: responsable === '' ? null : responsable,
    nom: equipe(index).get(responsable)?.nom ?? null,
    devisEmis: { nombre: entier(DEVIS_EMIS), montantHt: montant(MONTANT_EMIS) },
    devisSignes: { nombre: entier(DEVIS_SIGNES), montantHt: montant(CA_SIGNE) },
    tauxTransformation: { cohorte: taux(TAUX_COHORTE), decides: taux(TAUX_DECIDES) },
    caFactureHt: montant(CA_FACTURE),
    encaisseTtc: montant(ENCAISSE),
    visites: entier(VISITES),
    portefeuille: {
      nombre: entier(PORTEFEUILLE_NOMBRE),
      montantHt: montant(PORTEFEUILLE_HT),
      pondereHt: montant(PORTEFEUILLE_PONDERE),
    },
    objectifCaSigneHt: responsable === '' || objectif === null ? null : centimes(objectif),
    rentabilite: rentabilite(index, mois, responsable),
  };
}

function rentabilite(index: Index, mois: Mois, responsable: string): Rentabilite {
  const tranche = leMois(mois, responsable);
  const vendus = signes(dansTranche(index.decides, tranche));
  const marges = vendus.flatMap((d) => (d.ligne.marge === null ? [] : [d.ligne.marge]));
  const margeHt = marges.length === 0 ? null : somme(marges);
  const heures = dansTranche(index.actions, tranche).reduce((h, a) => h + (a.ligne.duree ?? 0), 0);
  const journee = equipe(index).get(responsable)?.coutJournalier ?? null;
  const coutCommercialHt =
    journee === null ? null : appliquerTaux(journee, heures / HEURES_PAR_JOUR);
  return {
    caSigneHt: montantHtDe(vendus),
    margeHt,
    heures,
    coutCommercialHt,
    resultatHt:
      margeHt === null || coutCommercialHt === null ? null : centimes(margeHt - coutCommercialHt),
  };
}
