import { CLIENT, RESPONSABLE, STATUT } from './commun';
import type { SynonymesTable } from './type';

export const CLIENTS: SynonymesTable = {
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
    fr: [
      'Email',
      'Mail',
      'Mél',
      'Courriel',
      'Adresse e-mail',
      'Adresse mail',
      'Adresse électronique',
    ],
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
};
