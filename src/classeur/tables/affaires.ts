import { booleen, choix, date, personne, lien, long, montant, taux, texte } from '../colonne';
import { table, type Enregistrement } from '../table';
import { ORIGINES } from './clients';

export const ETAPES = [
  'Détectée',
  'Qualifiée',
  'Go',
  'Devis en cours',
  'Commande à vérifier',
  'En réalisation',
  'Livrée',
  'Facturée',
  'Close',
  'Perdue',
  'Abandonnée',
] as const;
export const DECISIONS_GONOGO = [
  'Go',
  'Go sous conditions',
  'NoGo',
  'À compléter',
  'À revoir',
] as const;
/** Formes d'une commande (S0-21). */
export const FORMES_COMMANDE = [
  'Commande verbale',
  'Courriel bon pour accord',
  'Feuille d’engagement',
  'Bon de commande',
] as const;
export const PLANS_PREVENTION = ['Sans objet', 'À recevoir', 'Reçu'] as const;

/** Une affaire : un client et une prestation (S0-1), sa revue de contrat (S2-3) et sa commande (S0-22). */
export const AFFAIRES = table({
  onglet: 'Affaires',
  famille: 'quotidien',
  nature: 'saisie',
  objet: 'Chaque demande, de sa détection à sa clôture, avec sa revue de contrat (Go/NoGo).',
  identite: ['numero'],
  colonnes: {
    numero: texte('N°', { requis: true, par: 'produit', largeur: 15 }),
    client: texte('Client', { requis: true, largeur: 28, aide: 'Un nom de l’onglet Clients.' }),
    objet: texte('Objet', { requis: true, largeur: 36 }),
    besoin: long('Besoin', { aide: 'Ce que le client attend, avec ses mots.' }),
    origine: choix('Origine', ORIGINES, { largeur: 18, aide: 'D’où vient la demande.' }),
    cahierDesCharges: lien('Cahier des charges'),
    responsable: personne('Responsable'),
    chefDeProjet: personne('Chef de projet'),
    etape: choix('Étape', ETAPES, {
      largeur: 20,
      aide: 'Avance avec les devis ; « À recontacter le » ramène une affaire perdue.',
    }),
    montantEstime: montant('Montant estimé', { aide: 'Hors taxes, avant le premier devis.' }),
    probabilite: taux('Probabilité', {
      largeur: 12,
      aide: 'Vide : celle de l’état du devis (onglet Paramètres). Écrite : elle prévaut.',
    }),
    signaturePrevue: date('Signature prévue le', {
      largeur: 18,
      aide: 'Sert aux prévisions. Une date passée est signalée, pas comptée.',
    }),
    delai: booleen('Délai tenable', {
      largeur: 13,
      aide: 'Go/NoGo : le délai demandé peut-il être tenu ?',
    }),
    competence: booleen('Compétence', {
      largeur: 12,
      aide: 'Go/NoGo : avons-nous la compétence ?',
    }),
    ressources: booleen('Ressources', {
      largeur: 12,
      aide: 'Go/NoGo : les personnes sont-elles disponibles ?',
    }),
    donnees: booleen('Données suffisantes', {
      largeur: 19,
      aide: 'Go/NoGo : en savons-nous assez pour répondre ?',
    }),
    moyens: booleen('Moyens techniques', {
      largeur: 18,
      aide: 'Go/NoGo : logiciels et matériels.',
    }),
    qualite: booleen('Exigences qualité', {
      largeur: 17,
      aide: 'Go/NoGo : le système qualité convient-il ?',
    }),
    decision: choix('Go/NoGo', DECISIONS_GONOGO, {
      largeur: 19,
      aide: 'Aucun devis ne part sans un Go. « À revoir » suspend le Go.',
    }),
    decidePar: personne('Décidé par', { par: 'produit' }),
    decideLe: date('Décidé le', { par: 'produit' }),
    conditions: long('Conditions', { aide: 'À remplir pour un « Go sous conditions ».' }),
    recontacterLe: date('À recontacter le', {
      largeur: 16,
      aide: 'Ce jour-là, l’affaire revient dans la revue.',
    }),
    formeCommande: choix('Forme de la commande', FORMES_COMMANDE, { largeur: 24 }),
    commandeLe: date('Commande du'),
    commandeConforme: booleen('Commande conforme', {
      largeur: 18,
      aide: 'La commande dit-elle la même chose que le devis ?',
    }),
    ecarts: long('Écarts', { aide: 'Écarts entre commande et devis, jusqu’à leur règlement.' }),
    planPrevention: choix('Plan de prévention', PLANS_PREVENTION, { largeur: 18 }),
    dossier: lien('Dossier'),
  },
});

export type Affaire = Enregistrement<typeof AFFAIRES>;
export type Etape = (typeof ETAPES)[number];
export type DecisionGoNogo = (typeof DECISIONS_GONOGO)[number];
