import type { ProfilPret } from './type';

/** Logiciels de devis et de facturation. */

export const DOLIBARR: ProfilPret = {
  nom: 'dolibarr',
  titre: 'Dolibarr',
  preuve: 'code source',
  source:
    'champs d’export de modSociete et modPropale, libellés de langs/fr_FR (companies, propal), statuts de la classe Propal ; les libellés des dates et des totaux d’un devis ne sont pas vérifiés',
  tables: {
    clients: {
      colonnes: {
        organisation: ['Raison sociale', 'Nom du tiers', 'Nom'],
        statut: ['Client', 'Prospect / Client'],
        siret: [
          'SIRET',
          'ID professionnel 2',
          'Id. prof. 2 (SIRET)',
          'SIREN',
          'ID professionnel 1',
        ],
        adresse: ['Adresse'],
        codePostal: ['Code postal'],
        ville: ['Ville'],
        telephone: ['Téléphone'],
        email: ['Email', 'EMail'],
      },
      valeurs: { Statut: { '1': 'Client', '2': 'Prospect', '3': 'Client' } },
    },
    devis: {
      colonnes: {
        numero: ['Réf.', 'Réf', 'Ref', 'Réf proposition commerciale'],
        client: ['Raison sociale', 'Nom du tiers'],
        envoyeLe: ['Date de proposition', 'Date proposition', 'Date'],
        validite: ['Date fin validité', 'Date de fin de validité'],
        montantHt: ['Total HT', 'Montant HT'],
        montantTtc: ['Total TTC', 'Montant TTC'],
        statut: ['État', 'Statut'],
        creeLe: ['Date création', 'Date de création'],
      },
      valeurs: {
        Statut: {
          '0': 'Brouillon',
          '1': 'Envoyé',
          '2': 'Signé',
          '3': 'Refusé',
          '4': 'Signé',
          'Brouillon (à valider)': 'Brouillon',
          'Validée (propale ouverte)': 'Envoyé',
          'Signée (à facturer)': 'Signé',
          'Non signée (fermée)': 'Refusé',
          'Non signée': 'Refusé',
          Validée: 'Envoyé',
        },
      },
    },
  },
};

export const ODOO: ProfilPret = {
  nom: 'odoo',
  titre: 'Odoo',
  preuve: 'code source',
  source:
    'libellés anglais des champs de sale.order, account.move et crm.lead ; les libellés français ne sont pas vérifiés',
  tables: {
    affaires: {
      colonnes: {
        objet: ['Opportunity'],
        client: ['Customer'],
        montantEstime: ['Expected Revenue'],
        probabilite: ['Probability'],
        signaturePrevue: ['Expected Closing'],
        responsable: ['Salesperson'],
        etape: ['Stage'],
      },
    },
    devis: {
      colonnes: {
        numero: ['Order Reference', 'Number'],
        client: ['Customer', 'Customer/Name'],
        creeLe: ['Creation Date'],
        envoyeLe: ['Order Date'],
        validite: ['Expiration'],
        responsable: ['Salesperson'],
        montantHt: ['Untaxed Amount'],
        montantTtc: ['Total'],
        statut: ['Status'],
      },
    },
    factures: {
      colonnes: {
        numero: ['Number'],
        client: ['Partner', 'Customer', 'Invoice Partner Display Name'],
        emiseLe: ['Invoice/Bill Date'],
        echeance: ['Due Date'],
        montantHt: ['Untaxed Amount', 'Untaxed Amount Signed'],
        montantTtc: ['Total', 'Total Signed'],
      },
    },
  },
};

export const INVOICE_NINJA: ProfilPret = {
  nom: 'invoice-ninja',
  titre: 'Invoice Ninja',
  preuve: 'fichier réel',
  source: 'exports de la version 4.5 (clients, devis, factures)',
  tables: {
    clients: {
      colonnes: {
        organisation: ['Name'],
        siret: ['ID Number'],
        adresse: ['Billing Street'],
        codePostal: ['Billing Postal Code'],
        ville: ['Billing City'],
        email: ['Email'],
        notes: ['Private Notes'],
      },
    },
    devis: {
      colonnes: {
        numero: ['Quote Number'],
        client: ['Client'],
        envoyeA: ['Email'],
        montantHt: ['Amount'],
        statut: ['Status'],
        envoyeLe: ['Quote Date'],
        validite: ['Due Date'],
      },
    },
    factures: {
      colonnes: {
        numero: ['Invoice Number'],
        client: ['Client'],
        montantHt: ['Amount'],
        paye: ['Paid'],
        emiseLe: ['Invoice Date'],
        echeance: ['Due Date'],
      },
    },
  },
};
