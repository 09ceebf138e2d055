import type { Formule } from './bloc';
import { partDuMois, tauxVise } from './objectifs';

const compter =
  (colonne: string) =>
  (mois: Formule): Formule =>
    `COUNTIF({${colonne}},${mois})`;
const sommer =
  (mois: string, valeurs: string) =>
  (m: Formule): Formule =>
    `SUMIF({${mois}},${m},{${valeurs}})`;
/** La première ligne du mois vaut ; vide si rien n'y est écrit. */
const figer =
  (colonne: string) =>
  (m: Formule): Formule =>
    `IFERROR(INDEX({historique.${colonne}},MATCH(${m},{historique.mois},0)),"")`;

/**
 * Ce qui se compte mois par mois, pour le responsable choisi : une colonne de l'onglet « Chiffres »,
 * une ligne par mois. Les indicateurs en sont des sommes et des quotients ; le reste de la page aussi.
 */
export const MESURES = {
  emis: compter('devis.emisMois'),
  emisHt: sommer('devis.emisMois', 'devis.montant'),
  emisSignes: compter('devis.emisSigneMois'),
  emisOuverts: compter('devis.emisOuvertMois'),
  decides: compter('devis.decideMois'),
  decidesHt: sommer('devis.decideMois', 'devis.montant'),
  signes: compter('devis.signeMois'),
  signesHt: sommer('devis.signeMois', 'devis.montant'),
  factureHt: sommer('factures.emiseMois', 'factures.ht'),
  encaisse: sommer('factures.payeMois', 'factures.paye'),
  reponses: compter('satisfaction.mois'),
  notes: sommer('satisfaction.mois', 'satisfaction.notes'),
  satisfaites: sommer('satisfaction.mois', 'satisfaction.satisfaites'),
  sommeNotes: sommer('satisfaction.mois', 'satisfaction.somme'),
  recommandations: sommer('satisfaction.mois', 'satisfaction.repond'),
  promoteurs: sommer('satisfaction.mois', 'satisfaction.promoteur'),
  detracteurs: sommer('satisfaction.mois', 'satisfaction.detracteur'),
  visites: compter('actions.visiteMois'),
  rendezVous: compter('actions.rendezVousMois'),
  appels: compter('actions.appelMois'),
  objectifCaSigne: partDuMois('caSigne'),
  objectifCaFacture: partDuMois('caFacture'),
  objectifDevisEmis: partDuMois('devisEmis'),
  objectifTauxTransformation: tauxVise('tauxTransformation'),
  objectifSatisfaction: tauxVise('satisfaction'),
  objectifVisites: partDuMois('visites'),
  figePortefeuille: figer('portefeuille'),
  figePortefeuillePondere: figer('portefeuillePondere'),
} as const;

export type CleMesure = keyof typeof MESURES;
export const CLES_MESURES = Object.keys(MESURES) as CleMesure[];

/** Ce que vaut une mesure sur une tranche : l'expression qui la lit. */
export type LireMesure = (cle: CleMesure) => Formule;

/** Ce que montre une cellule quand rien n'est connu : jamais un zéro, jamais une erreur. */
export const RIEN = '–';

/** Partie ÷ tout, ou « – » sans aucun cas. */
export const quotient = (partie: Formule, tout: Formule): Formule =>
  `IF(${tout}>0,${partie}/${tout},"${RIEN}")`;
