import { booleen, choix, date, personne, long, nombre, texte } from '../colonne';
import { table, type Enregistrement } from '../table';

const TYPES_ACTION = [
  'Appel',
  'Visite',
  'E-mail',
  'Relance',
  'Réunion',
  'Revue',
  'Petit déjeuner',
  'Salon',
  'Autre',
] as const;

/** Le journal commercial : ce qui a été fait, ce qu'il reste à faire (S0-5, S0-6, S2-14, S3-14). */
export const ACTIONS = table({
  onglet: 'Actions',
  famille: 'quotidien',
  nature: 'saisie',
  objet: 'Appels, visites, relances et réunions, avec leur suite.',
  identite: [],
  colonnes: {
    date: date('Date', { requis: true }),
    type: choix('Type', TYPES_ACTION, { requis: true }),
    client: texte('Client', { largeur: 28 }),
    affaire: texte('Affaire', { largeur: 15 }),
    devis: texte('Devis', { largeur: 18 }),
    auteur: personne('Auteur'),
    duree: nombre('Durée (h)', { largeur: 10, aide: 'En heures : 0,5 pour une demi-heure.' }),
    compteRendu: long('Compte rendu'),
    suite: long('Suite', { largeur: 30, aide: 'La prochaine chose à faire.' }),
    echeance: date('Échéance', { aide: 'Pour quand.' }),
    fait: booleen('Fait'),
    reference: texte('Référence', {
      par: 'produit',
      largeur: 30,
      aide: 'Identité de la relance ou de l’import d’où vient la ligne.',
    }),
    brouillon: texte('Brouillon', {
      par: 'produit',
      largeur: 34,
      aide: 'Où est le message préparé : nom du fichier .eml, identifiant du brouillon Gmail, ou lien qui l’ouvre. « à déposer » : il sera posé au prochain passage.',
    }),
  },
});

export type Action = Enregistrement<typeof ACTIONS>;
