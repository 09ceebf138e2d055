import { choix, date, email, personne, entier, lien, montant, taux, texte } from '../colonne';
import { table, type Enregistrement } from '../table';

/** « Expiré » n'y est pas : il se calcule (`devis/expire`), il ne s'écrit jamais. */
export const STATUTS_DEVIS = [
  'Brouillon',
  'En validation',
  'Validé',
  'Envoyé',
  'Signé',
  'Refusé',
  'Sans suite',
  'Remplacé',
  'Annulé',
] as const;
export const MOTIFS = [
  'Prix',
  'Délai',
  'Concurrent retenu',
  'Projet abandonné',
  'Projet reporté',
  'Budget insuffisant',
  'Compétence',
  'Sans réponse',
  'Réalisé en interne',
  'Autre',
] as const;

/** Les devis et leurs versions (S2-5, S2-6, S0-16 à S0-19). */
export const DEVIS = table({
  onglet: 'Devis',
  famille: 'quotidien',
  nature: 'saisie',
  objet: 'Tous les devis, une ligne par version, de l’ébauche à la décision du client.',
  identite: ['numero', 'version'],
  colonnes: {
    numero: texte('N°', {
      requis: true,
      par: 'produit',
      largeur: 16,
      aide: 'Provisoire (PROV-7) jusqu’à la validation, qui attribue le numéro.',
    }),
    version: entier('Version', { requis: true, par: 'produit' }),
    affaire: texte('Affaire', { largeur: 15, aide: 'Un numéro de l’onglet Affaires.' }),
    client: texte('Client', { requis: true, largeur: 28, aide: 'Un nom de l’onglet Clients.' }),
    objet: texte('Objet', { largeur: 36 }),
    montantHt: montant('Montant HT'),
    tauxTva: taux('TVA', { aide: '20 % le plus souvent.' }),
    montantTtc: montant('Montant TTC', { par: 'produit' }),
    marge: montant('Marge', { aide: 'Marge prévue, en euros hors taxes.' }),
    auteur: personne('Auteur', { aide: 'Qui a rédigé le devis. Il ne le valide pas lui-même.' }),
    responsable: personne('Responsable', { aide: 'Qui suit le devis et porte son chiffre.' }),
    statut: choix('Statut', STATUTS_DEVIS, {
      requis: true,
      par: 'produit',
      largeur: 14,
      aide: 'Avance par le menu ou la commande, qui vérifient les règles.',
    }),
    creeLe: date('Créé le', { par: 'produit' }),
    soumisLe: date('Soumis le', { par: 'produit' }),
    validePar: personne('Validé par', { par: 'produit' }),
    valideLe: date('Validé le', { par: 'produit' }),
    envoyeLe: date('Envoyé le', { par: 'produit' }),
    envoyeA: email('Envoyé à', { aide: 'Les relances iront à cette adresse.' }),
    premierEnvoi: date('Premier envoi', {
      par: 'produit',
      largeur: 14,
      aide: 'Premier envoi de la chaîne de versions : le mois où le devis compte comme émis.',
    }),
    validite: date('Validité', { aide: 'Dernier jour où l’offre tient.' }),
    relancesFaites: entier('Relances faites', { par: 'produit', largeur: 15 }),
    derniereRelance: date('Dernière relance', { par: 'produit', largeur: 16 }),
    prochaineRelance: date('Prochaine relance', { par: 'produit', largeur: 17 }),
    pasDeRelanceAvant: date('Pas de relance avant le', { largeur: 22 }),
    decideLe: date('Date de décision', { par: 'produit', largeur: 16 }),
    motif: choix('Motif', MOTIFS, { largeur: 20, aide: 'Pourquoi il est refusé ou classé.' }),
    concurrent: texte('Concurrent', { aide: 'Qui a été retenu, si on le sait.' }),
    document: lien('Document', { aide: 'Lien vers le devis envoyé.' }),
  },
});

export type Devis = Enregistrement<typeof DEVIS>;
export type StatutDevis = (typeof STATUTS_DEVIS)[number];
export type Motif = (typeof MOTIFS)[number];
