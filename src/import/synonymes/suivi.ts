import { CLIENT, NUMERO, RESPONSABLE, MONTANT_HT, MONTANT_TTC, TVA } from './commun';
import type { SynonymesTable } from './type';

export const ACTIONS: SynonymesTable = {
  date: { fr: ['Date de l’action', 'Le', 'Jour'], en: ['Activity date', 'Due date', 'Date'] },
  type: { fr: ['Nature', 'Type d’action', 'Canal'], en: ['Activity type', 'Type'] },
  client: CLIENT,
  affaire: { fr: ['N° affaire', 'Dossier'], en: ['Deal'] },
  devis: { fr: ['N° devis', 'N° de devis'], en: ['Quote Number', 'Quote'] },
  auteur: {
    fr: ['Par', 'Qui', 'Commercial'],
    en: ['Owner', 'Assigned to user', 'Activity assigned to'],
  },
  duree: {
    fr: ['Durée', 'Durée (heures)', 'Temps passé (h)'],
    en: ['Duration', 'Duration (h)'],
  },
  compteRendu: {
    fr: ['CR', 'Commentaire', 'Notes', 'Description'],
    en: ['Notes', 'Note', 'Description'],
  },
  suite: { fr: ['Suite à donner', 'Prochaine action'], en: ['Next step', 'Next Step'] },
  echeance: { fr: ['Date de la suite', 'Pour le'], en: ['Next step date'] },
  fait: { fr: ['Terminé', 'Réalisé'], en: ['Done', 'Completed'] },
};

export const FACTURES: SynonymesTable = {
  numero: {
    fr: [
      ...NUMERO,
      'N° facture',
      'N° de facture',
      'Numéro de facture',
      'Numéro facture',
      'Facture',
      'Réf. facture',
    ],
    en: ['Invoice Number', 'Invoice #', 'Invoice', 'Number', 'Invoice ID'],
  },
  affaire: { fr: ['N° affaire', 'Dossier', 'Projet'], en: ['Project Number'] },
  client: CLIENT,
  type: { fr: ['Type de facture'], en: ['Invoice Type'] },
  montantHt: MONTANT_HT,
  montantTtc: MONTANT_TTC,
  emiseLe: {
    fr: [
      'Date',
      'Date de facture',
      'Date facture',
      'Date de facturation',
      'Date d’émission',
      'Facturée le',
    ],
    en: ['Invoice Date', 'Date', 'Invoice/Bill Date'],
  },
  echeance: { fr: ['Date d’échéance', 'Date échéance', 'À payer avant le'], en: ['Due Date'] },
  paye: {
    fr: ['Montant payé', 'Réglé', 'Montant réglé', 'Encaissé'],
    en: ['Paid', 'Amount Paid', 'Paid Amount'],
  },
  payeLe: {
    fr: ['Date de paiement', 'Date de règlement', 'Réglée le', 'Payée le', 'Encaissé le'],
    en: ['Payment Date', 'Paid Date', 'Date Paid'],
  },
};

export const SATISFACTION: SynonymesTable = {
  date: {
    fr: ['Date de réponse', 'Horodateur', 'Date de l’enquête'],
    en: ['Timestamp', 'Submitted At', 'Date'],
  },
  client: CLIENT,
  affaire: { fr: ['N° affaire', 'Dossier'] },
  segment: { fr: ['Marché', 'Catégorie'], en: ['Segment'] },
  services: { fr: ['Service'] },
  information: { fr: ['Informations'] },
  competences: { fr: ['Compétence'] },
  securiteEnvironnement: { fr: ['Sécurité & environnement', 'Sécurité environnement'] },
  recommandation: { fr: ['NPS', 'Note de recommandation'], en: ['NPS', 'Recommendation'] },
  commentaire: { fr: ['Commentaires', 'Remarques'], en: ['Comment', 'Comments'] },
};

export const OBJECTIFS: SynonymesTable = {
  mois: { fr: ['Période', 'Date'], en: ['Month', 'Period'] },
  vautPour: {
    fr: ['Mois ou année', 'Portée', 'Type d’objectif'],
    en: ['Period type', 'Frequency'],
  },
  responsable: RESPONSABLE,
  caSigne: { fr: ['Objectif CA signé', 'Objectif signé', 'CA'], en: ['Signed revenue'] },
  caFacture: { fr: ['Objectif CA facturé', 'Objectif facturé'], en: ['Invoiced revenue'] },
  devisEmis: { fr: ['Nombre de devis', 'Nb devis'] },
  tauxTransformation: { fr: ['Taux'] },
  visites: { fr: ['Nombre de visites', 'Nb visites'] },
};

export const TARIFS: SynonymesTable = {
  code: {
    fr: ['Réf', 'Référence', 'Code article', 'Code produit'],
    en: ['Product', 'Product Code', 'SKU', 'Item Code', 'Internal Reference'],
  },
  designation: {
    fr: ['Libellé', 'Nom', 'Produit', 'Description', 'Prestation'],
    en: ['Name', 'Product Name', 'Notes', 'Description'],
  },
  unite: { fr: ['Unité de vente'], en: ['Unit', 'Unit of Measure'] },
  prixHt: {
    fr: ['Prix', 'Prix unitaire', 'PU HT', 'Prix unitaire HT', 'Tarif HT', 'Tarif'],
    en: ['Price', 'Cost', 'Unit Price', 'Sales Price'],
  },
  tauxTva: TVA,
};
