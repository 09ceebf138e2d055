import type { ProfilPret } from './type';

/** Logiciels de relation client. */

export const HUBSPOT: ProfilPret = {
  nom: 'hubspot',
  titre: 'HubSpot',
  preuve: 'projets publics',
  source:
    'en-têtes anglais des exports « deals » et « companies » lus par plusieurs projets publics ; pas relus dans la documentation',
  tables: {
    clients: {
      colonnes: {
        organisation: ['Company name', 'Company Name'],
        responsable: ['Company owner', 'Company Owner'],
        telephone: ['Phone Number'],
        ville: ['City'],
        codePostal: ['Postal Code'],
        secteur: ['Industry'],
        dernierContact: ['Last Activity Date'],
      },
    },
    affaires: {
      colonnes: {
        numero: ['Record ID'],
        objet: ['Deal Name'],
        client: ['Associated Company', 'Company Name', 'Associated Company (Primary)'],
        etape: ['Deal Stage'],
        montantEstime: ['Amount'],
        signaturePrevue: ['Close Date'],
        responsable: ['Deal owner', 'Deal Owner'],
      },
      valeurs: { Étape: { 'Closed Won': 'Commande à vérifier', 'Closed Lost': 'Perdue' } },
    },
  },
};

export const PIPEDRIVE: ProfilPret = {
  nom: 'pipedrive',
  titre: 'Pipedrive',
  preuve: 'projets publics',
  source:
    'en-têtes anglais « Deal - … » et « Organization - … » lus par plusieurs projets publics ; pas relus dans la documentation',
  tables: {
    clients: {
      colonnes: {
        organisation: ['Organization - Name'],
        responsable: ['Organization - Owner'],
        adresse: ['Organization - Address'],
        contact: ['Person - Name'],
        email: ['Person - Email (Work)', 'Person - Email'],
        telephone: ['Person - Phone (Work)', 'Person - Phone'],
      },
    },
    affaires: {
      colonnes: {
        numero: ['Deal - ID'],
        objet: ['Deal - Title'],
        client: ['Deal - Organization', 'Organization - Name'],
        montantEstime: ['Deal - Value'],
        probabilite: ['Deal - Probability'],
        signaturePrevue: ['Deal - Expected close date'],
        responsable: ['Deal - Owner'],
        etape: ['Deal - Status'],
      },
      valeurs: { Étape: { Won: 'Commande à vérifier', Lost: 'Perdue', Open: 'Qualifiée' } },
    },
  },
};

export const ZOHO: ProfilPret = {
  nom: 'zoho',
  titre: 'Zoho CRM',
  preuve: 'documentation',
  source:
    'champs standard des modules Accounts et Quotes, dans l’aide de Zoho CRM (libellés anglais)',
  tables: {
    clients: {
      colonnes: {
        organisation: ['Account Name'],
        responsable: ['Account Owner'],
        telephone: ['Phone'],
        adresse: ['Billing Street'],
        ville: ['Billing City'],
        codePostal: ['Billing Code'],
        secteur: ['Industry'],
      },
    },
    devis: {
      colonnes: {
        numero: ['Quote Number'],
        objet: ['Subject'],
        client: ['Account Name'],
        statut: ['Quote Stage'],
        validite: ['Valid Till'],
        responsable: ['Quote Owner'],
        montantHt: ['Sub Total'],
        montantTtc: ['Grand Total'],
        creeLe: ['Created Time'],
      },
    },
  },
};
