import type { Formule } from './bloc';
import { partDuMois, tauxVise } from './objectifs';

const compter =
  (mois: string, criteres = '') =>
  (m: Formule): Formule =>
    `COUNTIFS({${mois}^},${m}${criteres})`;
const sommer =
  (mois: string, valeurs: string, criteres = '') =>
  (m: Formule): Formule =>
    `SUMIFS({${valeurs}^},{${mois}^},${m}${criteres})`;
/** La personne choisie, ou tous. */
const deDevis = ',{devis.mien^},1';
const deFacture = ',{factures.mien^},1';
const signe = `,{devis.statut^},"Signé"${deDevis}`;
const note = (bornes: string): string => `,{satisfaction.recommandation^},${bornes}`;
const genre = (bornes: string): string => `,{actions.genre^},${bornes}`;
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
  emis: compter('devis.emisMois', deDevis),
  emisHt: sommer('devis.emisMois', 'devis.montant', deDevis),
  emisSignes: compter('devis.emisMois', signe),
  emisOuverts: compter('devis.emisMois', `,{devis.statut^},"Envoyé"${deDevis}`),
  decides: compter('devis.decideMois', deDevis),
  decidesHt: sommer('devis.decideMois', 'devis.montant', deDevis),
  signes: compter('devis.decideMois', signe),
  signesHt: sommer('devis.decideMois', 'devis.montant', signe),
  factureHt: sommer('factures.emiseMois', 'factures.ht', deFacture),
  encaisse: sommer('factures.payeMois', 'factures.paye', deFacture),
  reponses: compter('satisfaction.mois'),
  notes: sommer('satisfaction.mois', 'satisfaction.notes'),
  satisfaites: sommer('satisfaction.mois', 'satisfaction.satisfaites'),
  sommeNotes: sommer('satisfaction.mois', 'satisfaction.somme'),
  recommandations: compter('satisfaction.mois', note('">=0"')),
  promoteurs: compter('satisfaction.mois', note('">=9"')),
  detracteurs: compter('satisfaction.mois', note('"<=6"')),
  visites: compter('actions.mois', genre('3')),
  rendezVous: compter('actions.mois', `${genre('">=2"')}${genre('"<=3"')}`),
  appels: compter('actions.mois', genre('1')),
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
