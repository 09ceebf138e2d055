import { booleen, choix, date, email, personne, lien, long, texte } from '../colonne';
import { table, type Enregistrement } from '../table';

const STATUTS_CLIENT = ['Prospect', 'Client', 'Ancien'] as const;
/** Potentiel (S3-10), distinct de la température (S3-12). */
export const CLASSES = ['Accessible', 'Important', 'Stratégique'] as const;
const TEMPERATURES = ['Froid', 'Tiède', 'Chaud'] as const;
export const ORIGINES = [
  'Bouche à oreille',
  'Réseau',
  'Recommandation',
  'Appel d’offres',
  'Salon',
  'Petit déjeuner',
  'Prospection',
  'Site internet',
  'Client existant',
  'Autre',
] as const;

/** Clients et prospects (S3-9, S3-10, S3-12, S3-13, S4-10). */
export const CLIENTS = table({
  onglet: 'Clients',
  famille: 'quotidien',
  nature: 'saisie',
  objet: 'Les organisations que vous suivez : prospects, clients et anciens clients.',
  identite: ['organisation'],
  colonnes: {
    organisation: texte('Organisation', {
      requis: true,
      largeur: 32,
      aide: 'Nom de l’entreprise ou de la collectivité. Il sert de référence dans les autres onglets.',
    }),
    siret: texte('SIREN/SIRET', { largeur: 18, aide: '9 ou 14 chiffres.' }),
    statut: choix('Statut', STATUTS_CLIENT, {
      largeur: 11,
      aide: 'Un prospect devient client à sa première commande.',
    }),
    classe: choix('Classe', CLASSES, { largeur: 13, aide: 'Potentiel de chiffre d’affaires.' }),
    temperature: choix('Température', TEMPERATURES, {
      largeur: 13,
      aide: 'Froid : pas de projet ; tiède : projet à venir ; chaud : projet en cours.',
    }),
    secteur: texte('Secteur'),
    contact: texte('Contact', { largeur: 24, aide: 'Personne qui décide ou qui suit le dossier.' }),
    email: email('E-mail', { largeur: 38 }),
    telephone: texte('Téléphone', { largeur: 18 }),
    adresse: texte('Adresse', { largeur: 30 }),
    codePostal: texte('Code postal', { largeur: 12 }),
    ville: texte('Ville', { largeur: 20 }),
    responsable: personne('Responsable', { aide: 'Adresse e-mail de la personne de l’équipe.' }),
    origine: choix('Origine', ORIGINES, {
      largeur: 18,
      aide: 'Comment ce client est venu à vous.',
    }),
    dossier: lien('Dossier', { aide: 'Lien vers le dossier partagé du client.' }),
    npai: booleen('NPAI', {
      aide: 'Oui si le courrier ou l’e-mail revient : plus aucune relance.',
    }),
    nePasRelancer: booleen('Ne pas relancer', {
      largeur: 15,
      aide: 'Oui : aucun brouillon de relance ne sera préparé pour ce client.',
    }),
    proformaVautBl: booleen('Proforma = BL', {
      largeur: 14,
      aide: 'Oui : la proforma signée tient lieu de BL, sans délai de contestation.',
    }),
    dernierContact: date('Dernier contact', { par: 'produit', largeur: 15 }),
    notes: long('Notes'),
  },
});

export type Client = Enregistrement<typeof CLIENTS>;
