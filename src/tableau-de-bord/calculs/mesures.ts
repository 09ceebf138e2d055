import type { Formule } from './bloc';
import { partDuMois, tauxVise } from './objectifs';

/** Combien de lignes d'un bloc sont de ce mois, et remplissent ces critères. */
const compter =
  (mois: string, criteres = '') =>
  (m: Formule): Formule =>
    `COUNTIFS({${mois}^},${m}${criteres})`;
const sommer =
  (mois: string, valeurs: string) =>
  (m: Formule): Formule =>
    `SUMIFS({${valeurs}^},{${mois}^},${m})`;
/** Un jour du mois dit l'issue d'un devis, ou le genre d'une action (`devis.ts`, `actions.ts`). */
const ENVOYE = 1;
const SIGNE = 2;
const PERDU = 3;
const [APPEL, REUNION, VISITE] = [1, 2, 3];
const AUTRUI = 10;
/** Les lignes de la personne choisie, ou toutes, qui portent un de ces jours du mois. */
const deA = (colonne: string, m: Formule, de: number, a: number): Formule =>
  `{${colonne}^},">="&${m}+${de},{${colonne}^},"<="&${m}+${a}`;
const compterDeA =
  (colonne: string, de: number, a: number) =>
  (m: Formule): Formule =>
    de === a ? `COUNTIF({${colonne}^},${m}+${de})` : `COUNTIFS(${deA(colonne, m, de, a)})`;
const sommerDeA =
  (colonne: string, valeurs: string, de: number, a: number) =>
  (m: Formule): Formule =>
    de === a
      ? `SUMIF({${colonne}^},${m}+${de},{${valeurs}^})`
      : `SUMIFS({${valeurs}^},${deA(colonne, m, de, a)})`;
const note = (bornes: string): string => `,{satisfaction.recommandation^},${bornes}`;
/** Ce que dit une formule de la personne choisie, et des autres : toute l'entreprise. */
const deTous = (une: (de: number) => Formule): Formule => `${une(0)}+${une(AUTRUI)}`;

/** Les mêmes mesures, pour toute l'entreprise, quel que soit le responsable choisi. */
export const DE_L_ENTREPRISE = {
  signesHt: (m: Formule) =>
    deTous((d) => sommerDeA('devis.decide', 'devis.montant', SIGNE + d, SIGNE + d)(m)),
  emis: (m: Formule) => `COUNTIFS(${deA('devis.emis', m, ENVOYE, PERDU + AUTRUI)})`,
  visites: (m: Formule) => deTous((d) => compterDeA('actions.faite', VISITE + d, VISITE + d)(m)),
} as const;
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
  emis: compterDeA('devis.emis', ENVOYE, PERDU),
  emisHt: sommerDeA('devis.emis', 'devis.montant', ENVOYE, PERDU),
  emisSignes: compterDeA('devis.emis', SIGNE, SIGNE),
  emisOuverts: compterDeA('devis.emis', ENVOYE, ENVOYE),
  decides: compterDeA('devis.decide', SIGNE, PERDU),
  decidesHt: sommerDeA('devis.decide', 'devis.montant', SIGNE, PERDU),
  signes: compterDeA('devis.decide', SIGNE, SIGNE),
  signesHt: sommerDeA('devis.decide', 'devis.montant', SIGNE, SIGNE),
  factureHt: sommer('factures.emise', 'factures.ht'),
  encaisse: sommer('factures.payee', 'factures.paye'),
  reponses: compter('satisfaction.mois'),
  notes: sommer('satisfaction.mois', 'satisfaction.notes'),
  satisfaites: sommer('satisfaction.mois', 'satisfaction.satisfaites'),
  sommeNotes: sommer('satisfaction.mois', 'satisfaction.somme'),
  recommandations: compter('satisfaction.mois', note('">=0"')),
  promoteurs: compter('satisfaction.mois', note('">=9"')),
  detracteurs: compter('satisfaction.mois', note('"<=6"')),
  visites: compterDeA('actions.faite', VISITE, VISITE),
  rendezVous: compterDeA('actions.faite', REUNION, VISITE),
  appels: compterDeA('actions.faite', APPEL, APPEL),
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
