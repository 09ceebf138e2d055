import { CLIENT, NUMERO, RESPONSABLE, MONTANT_HT, MONTANT_TTC, OBJET, TVA, STATUT } from './commun';
import type { SynonymesTable } from './type';

export const AFFAIRES: SynonymesTable = {
  numero: {
    fr: [...NUMERO, 'N° affaire', 'Numéro d’affaire', 'Code affaire'],
    en: ['Deal ID', 'Opportunity ID', 'Project Number', 'Record ID', 'Deal - ID'],
  },
  client: CLIENT,
  objet: OBJET,
  besoin: { fr: ['Description du besoin', 'Demande'], en: ['Deal Description'] },
  origine: { fr: ['Source', 'Provenance'], en: ['Lead Source', 'Source'] },
  responsable: RESPONSABLE,
  chefDeProjet: { en: ['Project Manager'] },
  etape: {
    fr: ['Statut', 'État', 'Phase'],
    en: ['Stage', 'Deal Stage', 'Status', 'Deal - Stage'],
  },
  montantEstime: {
    fr: ['Montant', 'Montant HT', 'Budget', 'Montant prévisionnel'],
    en: ['Amount', 'Value', 'Expected Revenue', 'Deal - Value'],
  },
  probabilite: {
    fr: ['Probabilité (%)', 'Proba'],
    en: ['Probability', 'Deal probability', 'Probability (%)'],
  },
  signaturePrevue: {
    fr: ['Date de signature prévue', 'Clôture prévue', 'Date de clôture', 'Échéance'],
    en: [
      'Close Date',
      'Closing Date',
      'Expected Closing',
      'Expected close date',
      'Deal - Expected close date',
    ],
  },
};

export const DEVIS: SynonymesTable = {
  numero: {
    fr: [
      ...NUMERO,
      'N° devis',
      'N° de devis',
      'Numéro de devis',
      'Numéro devis',
      'Réf devis',
      'Réf. devis',
      'Devis',
      'Référence devis',
      'Devis n°',
      'N° offre',
      'Offre n°',
      'Numéro d’offre',
      'N° proposition',
    ],
    en: [
      'Quote Number',
      'Quote #',
      'Quotation',
      'Quote ID',
      'Order Reference',
      'Opportunity ID',
      'Number',
      'Reference',
      'Estimate Number',
    ],
  },
  version: { fr: ['Indice', 'Révision', 'Devis_Version', 'Rév'], en: ['Revision'] },
  affaire: {
    fr: ['N° affaire', 'Dossier', 'Numéro d’affaire', 'Code affaire'],
    en: ['Project Number', 'Deal ID'],
  },
  client: CLIENT,
  objet: OBJET,
  montantHt: MONTANT_HT,
  montantTtc: MONTANT_TTC,
  tauxTva: TVA,
  marge: { en: ['Margin'] },
  auteur: { fr: ['Rédacteur', 'Rédigé par', 'Établi par'], en: ['Author', 'Created By'] },
  responsable: RESPONSABLE,
  statut: STATUT,
  creeLe: {
    fr: ['Date de création', 'Création', 'Créé'],
    en: ['Created', 'Creation Date', 'Created At', 'Create Date', 'Created Time'],
  },
  envoyeLe: {
    fr: [
      'Date d’envoi',
      'Envoi',
      'Date',
      'Date du devis',
      'Date devis',
      'Date d’émission',
      'Émis le',
    ],
    en: ['Quote Date', 'Sent Date', 'Order Date', 'Date', 'Estimate Date', 'Date Sent'],
  },
  envoyeA: {
    fr: ['Email', 'Mail', 'Mél', 'Courriel', 'Destinataire', 'E-mail', 'E-mail du client'],
    en: ['Email', 'E-mail', 'Sent To', 'Contact Email'],
  },
  validite: {
    fr: [
      'Date de validité',
      'Valable jusqu’au',
      'Fin de validité',
      'Date d’expiration',
      'Expire le',
      'Valide jusqu’au',
    ],
    en: ['Due Date', 'Valid Until', 'Expiry Date', 'Expiration', 'Valid Till', 'Expiration Date'],
  },
  decideLe: {
    fr: [
      'Décision le',
      'Date de signature',
      'Signé le',
      'Date d’acceptation',
      'Décidé le',
      'Date de la décision',
      'Accepté le',
      'Commandé le',
      'Date de commande',
    ],
    en: [
      'Close Date',
      'Closed Date',
      'Decision Date',
      'Won Date',
      'Accepted Date',
      'Date Accepted',
    ],
  },
  motif: {
    fr: ['Motif de refus', 'Raison', 'Cause de perte', 'Motif de perte'],
    en: ['Lost Reason', 'Loss Reason', 'Closed Lost Reason'],
  },
  concurrent: { fr: ['Concurrent retenu'], en: ['Competitor'] },
  document: { fr: ['Lien', 'Fichier'], en: ['Link', 'File'] },
};
