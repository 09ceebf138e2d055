import type { TableEchangeable } from '../classeur/tables';
import { normaliser } from '../commun/texte';

/**
 * Autres noms de nos colonnes. La langue compte : un en-tête français est l'indice d'un fichier
 * français, où `03/04/2026` est le 3 avril. Exports visés : Invoice Ninja, Dolibarr, Odoo, HubSpot,
 * Pipedrive, Sellsy, Axonaut, Zoho.
 */
export interface Synonymes {
  readonly fr?: readonly string[];
  readonly en?: readonly string[];
}

/** Colonnes de lignes d'article, qui ne sont pas des nôtres : leur somme fait le montant du document. */
export const COLONNES_ARTICLE: Readonly<Record<'total' | 'prix' | 'quantite', Synonymes>> = {
  total: {
    fr: [
      'Montant ligne',
      'Total ligne',
      'Montant HT ligne',
      'Total HT ligne',
      'Montant HT de la ligne',
    ],
    en: [
      'Line Total',
      'Item Total',
      'Line Amount',
      'Order Lines/Subtotal',
      'Invoice lines/Subtotal',
    ],
  },
  prix: {
    fr: ['Prix unitaire', 'Prix unitaire HT', 'PU HT', 'PU'],
    en: ['Item Cost', 'Item Price', 'Unit Price', 'Unit Cost', 'Order Lines/Unit Price'],
  },
  quantite: {
    fr: ['Quantité', 'Qté'],
    en: ['Item Quantity', 'Quantity', 'Qty', 'Order Lines/Quantity'],
  },
};

const CLIENT: Synonymes = {
  fr: [
    'Nom du client',
    'Nom client',
    'Société',
    'Entreprise',
    'Raison sociale',
    'Tiers',
    'Nom du tiers',
    'Compte',
    'Donneur d’ordre',
    'Organisation',
  ],
  en: [
    'Client Name',
    'Customer',
    'Customer Name',
    'Account',
    'Account Name',
    'Company',
    'Company Name',
    'Organization',
    'Associated Company',
    'Partner',
    'Deal - Organization',
  ],
};
const NUMERO = ['Numéro', 'Num', 'No', 'N', 'Référence', 'Réf', 'Ref'];
const RESPONSABLE: Synonymes = {
  fr: [
    'Commercial',
    'Chargé d’affaires',
    'Suivi par',
    'Propriétaire',
    'Vendeur',
    'Responsable commercial',
  ],
  en: [
    'Owner',
    'Deal Owner',
    'Deal owner',
    'Salesperson',
    'Sales Agent',
    'Assigned To',
    'Account Owner',
    'Company owner',
    'Deal - Owner',
  ],
};
const MONTANT_HT: Synonymes = {
  fr: [
    'Montant',
    'Total HT',
    'HT',
    'Prix HT',
    'Montant HT (€)',
    'Montant H.T.',
    'Montant (HT)',
    'Montant hors taxes',
    'Montant total HT',
  ],
  en: [
    'Amount',
    'Subtotal',
    'Sub Total',
    'Untaxed Amount',
    'Net Amount',
    'Amount (excl. tax)',
    'Deal - Value',
    'Value',
  ],
};
const MONTANT_TTC: Synonymes = {
  fr: [
    'TTC',
    'Total TTC',
    'Montant TTC (€)',
    'Montant T.T.C.',
    'Montant (TTC)',
    'Montant total TTC',
  ],
  en: ['Total', 'Grand Total', 'Total incl. tax', 'Amount incl. tax', 'Amount (incl. tax)'],
};
const OBJET: Synonymes = {
  fr: ['Intitulé', 'Libellé', 'Désignation', 'Projet', 'Titre', 'Sujet', 'Description'],
  en: ['Subject', 'Title', 'Name', 'Deal Name', 'Deal - Title', 'Opportunity', 'Project'],
};
const TVA: Synonymes = {
  fr: ['Taux TVA', 'Taux de TVA', 'TVA (%)', 'TVA %', '% TVA'],
  en: ['Tax Rate', 'VAT Rate', 'VAT %'],
};
const STATUT: Synonymes = {
  fr: ['État', 'Situation', 'Avancement'],
  en: ['Status', 'State', 'Stage', 'Deal Stage', 'Deal - Status', 'Quote Stage'],
};

/** Noms trop généraux pour l'emporter sur un nom précis (« Date » cède à « Date d’envoi »). */
export const NOMS_GENERIQUES: ReadonlySet<string> = new Set(
  [
    'Date',
    'Nom',
    'Name',
    'Client',
    'Montant',
    'Amount',
    'Total',
    'Value',
    'Description',
    'Notes',
    'Note',
    'Source',
    'Référence',
    'Réf',
    'Ref',
    'Reference',
    'Numéro',
    'Num',
    'No',
    'N',
    'Number',
    'Type',
    'Titre',
    'Title',
    'HT',
    'Contact',
    'Compte',
    'Email',
    'Status',
    'Statut',
  ].map(normaliser),
);

export const SYNONYMES: { readonly [K in TableEchangeable]: Readonly<Record<string, Synonymes>> } =
  {
    clients: {
      organisation: {
        fr: [...(CLIENT.fr ?? []), 'Client', 'Nom', 'Nom de la société', 'Nom de l’entreprise'],
        en: [...(CLIENT.en ?? []), 'Client', 'Name', 'Organization - Name', 'Display Name'],
      },
      siret: {
        fr: [
          'SIRET',
          'SIREN',
          'N° SIRET',
          'Numéro SIRET',
          'Id. prof. 2 (SIRET)',
          'Id. prof. 1 (SIREN)',
        ],
        en: ['ID Number', 'Company ID', 'Registration Number'],
      },
      statut: { ...STATUT, fr: [...(STATUT.fr ?? []), 'Type de client', 'Prospect / Client'] },
      temperature: { en: ['Rating', 'Temperature'] },
      secteur: { fr: ['Secteur d’activité', 'Activité', 'Domaine'], en: ['Industry', 'Sector'] },
      contact: {
        fr: ['Nom du contact', 'Interlocuteur', 'Contact principal', 'Personne à contacter'],
        en: ['Contact Name', 'Primary Contact', 'Contact Person'],
      },
      email: {
        fr: ['Email', 'Mail', 'Courriel', 'Adresse e-mail', 'Adresse mail', 'Adresse électronique'],
        en: ['Email', 'E-mail', 'Email Address', 'Contact Email'],
      },
      telephone: {
        fr: ['Tél', 'Tel', 'Téléphone fixe', 'N° de téléphone'],
        en: ['Phone', 'Phone Number', 'Telephone'],
      },
      adresse: {
        fr: ['Adresse postale', 'Rue', 'Adresse 1'],
        en: ['Billing Street', 'Street', 'Street Address', 'Address', 'Address 1'],
      },
      codePostal: {
        fr: ['CP', 'Code Postal'],
        en: ['Billing Postal Code', 'Postal Code', 'Zip', 'Zip Code', 'Billing Code', 'ZIP'],
      },
      ville: { fr: ['Commune', 'Localité'], en: ['Billing City', 'City'] },
      responsable: RESPONSABLE,
      origine: { fr: ['Source', 'Provenance'], en: ['Lead Source', 'Original Source', 'Source'] },
      dossier: { fr: ['Lien du dossier'], en: ['Folder'] },
      dernierContact: {
        fr: ['Date de dernier contact', 'Dernier échange'],
        en: ['Last Contacted', 'Last Activity Date', 'Last activity date'],
      },
      notes: {
        fr: ['Remarques', 'Commentaire', 'Commentaires', 'Note privée', 'Observations'],
        en: ['Private Notes', 'Notes', 'Comments', 'Internal Notes'],
      },
    },
    affaires: {
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
    },
    devis: {
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
        fr: ['Email', 'Mail', 'Courriel', 'Destinataire', 'E-mail', 'E-mail du client'],
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
        en: [
          'Due Date',
          'Valid Until',
          'Expiry Date',
          'Expiration',
          'Valid Till',
          'Expiration Date',
        ],
      },
      decideLe: {
        fr: [
          'Décision le',
          'Date de signature',
          'Signé le',
          'Date d’acceptation',
          'Décidé le',
          'Date de la décision',
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
    },
    actions: {
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
    },
    factures: {
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
    },
    satisfaction: {
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
    },
    objectifs: {
      mois: { fr: ['Période', 'Date'], en: ['Month', 'Period'] },
      responsable: RESPONSABLE,
      caSigne: { fr: ['Objectif CA signé', 'Objectif signé', 'CA'], en: ['Signed revenue'] },
      caFacture: { fr: ['Objectif CA facturé', 'Objectif facturé'], en: ['Invoiced revenue'] },
      devisEmis: { fr: ['Nombre de devis', 'Nb devis'] },
      tauxTransformation: { fr: ['Taux'] },
      visites: { fr: ['Nombre de visites', 'Nb visites'] },
    },
    tarifs: {
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
    },
  };
