import { booleen, choix, email, montant, texte } from '../colonne';
import { table, type Enregistrement } from '../table';

export const ROLES = ['Gérant', 'Responsable', 'Consultant', 'Assistante', 'RAF'] as const;

/** Qui fait quoi (S2-13, S3-7). Vide : chacun peut tout faire. */
export const EQUIPE = table({
  onglet: 'Équipe',
  famille: 'reglages',
  nature: 'saisie',
  objet: 'Les personnes, leur rôle, leur coût journalier. Vide : chacun peut tout faire.',
  identite: ['email'],
  colonnes: {
    email: email('E-mail', { requis: true }),
    nom: texte('Nom', { largeur: 26 }),
    initiales: texte('Initiales', { largeur: 10 }),
    role: choix('Rôle', ROLES, { requis: true }),
    telephone: texte('Téléphone', { largeur: 18 }),
    coutJournalier: montant('Coût journalier', { aide: 'Sert à la rentabilité par responsable.' }),
    actif: booleen('Actif', { aide: 'Non : la personne est partie ; son historique reste.' }),
  },
});

export type Membre = Enregistrement<typeof EQUIPE>;
export type Role = (typeof ROLES)[number];
